package org.silah.constituents;

import org.jspecify.annotations.Nullable;

/**
 * A client that a search found.
 *
 * @param matched the phone, e-mail or number that matched, null when the name did
 */
public record Hit(PartyId id, long fileNumber, ClientKind kind, String displayName, @Nullable String latinName, @Nullable String matched) {}
