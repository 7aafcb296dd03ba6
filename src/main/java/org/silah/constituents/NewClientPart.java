package org.silah.constituents;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.silah.web.Mistakes;
import org.silah.web.Page;

/** What the form for a new client asks beside what it always asks: a bean of this type adds boxes to it. */
public interface NewClientPart {

  /** @param mistakes sentences by box */
  Content boxes(HttpServletRequest request, Map<String, String> mistakes, Page page);

  /**
   * Notes every mistake with its box.
   *
   * @param roles that the client begins with
   * @return what to write once the client is there, in the same transaction
   */
  Consumer<PartyId> read(ClientKind kind, Set<ClientRole> roles, HttpServletRequest request, Mistakes mistakes);
}
