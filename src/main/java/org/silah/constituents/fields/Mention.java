package org.silah.constituents.fields;

import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;

/**
 * A client whom a value names, as that client is now.
 *
 * @param fileNumber null where the client is out of sight
 * @param name null where the client is out of sight, or was removed
 */
record Mention(PartyId party, @Nullable Long fileNumber, @Nullable String name) {}
