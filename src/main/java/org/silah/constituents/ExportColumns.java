package org.silah.constituents;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.silah.web.Words;

/** More columns of clients in files for spreadsheets: a bean of this type adds them, as far as whoever asks may see them. */
public interface ExportColumns {

  Sheet sheet(Words words);

  /** The columns of one file. */
  interface Sheet {

    /** Such as an import knows again. */
    List<String> headings();

    /** As many cells as headings; asked for many clients at once, and who has nothing may be missing. */
    Map<PartyId, List<String>> cells(Collection<PartyId> parties);
  }
}
