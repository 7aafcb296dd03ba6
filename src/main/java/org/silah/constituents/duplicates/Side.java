package org.silah.constituents.duplicates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;

/**
 * One of two clients who are likely one, as people compare them.
 *
 * @param place city and district, null for one that is under protection or not known
 * @param since when the file was opened
 */
record Side(
    PartyId id, long fileNumber, ClientKind kind, String name, @Nullable String latinName, @Nullable LocalDate birthOn, List<String> phones,
    List<String> emails, @Nullable String place, Instant since) {}
