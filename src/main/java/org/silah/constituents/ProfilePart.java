package org.silah.constituents;

import gg.jte.Content;
import org.silah.web.Page;

/** A section of the profile that belongs to none of the nine groups and stands below them: a bean of this type writes it. */
public interface ProfilePart {

  Content content(PartyId party, Page page);
}
