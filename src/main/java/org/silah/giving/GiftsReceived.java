package org.silah.giving;

import java.time.Instant;
import java.util.UUID;

/**
 * One chunk of an import of gifts was written and whoever ran it asked for thanks: the gifts are the rows of
 * {@code published.gift} with this {@code import_id} and {@code import_chunk}.
 */
public record GiftsReceived(UUID importId, int chunk, Instant at) {}
