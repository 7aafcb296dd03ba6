package org.silah.constituents.imports;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * What ties clients to a module above: a bean of this type tells which clients it has something about, so that undoing an
 * import does not remove a client whom somebody has dealt with since.
 */
public interface ClientTies {

  /** Message key of the reason for keeping them: "a gift was recorded since". */
  String reason();

  /** Those of {@code clients} that have anything here which did not come with the import {@code undone}. */
  Set<UUID> tied(Collection<UUID> clients, ImportId undone);
}
