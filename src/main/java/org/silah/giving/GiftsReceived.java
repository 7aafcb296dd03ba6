package org.silah.giving;

import java.time.Instant;
import java.util.UUID;
import org.silah.segments.ValueChanged;

/**
 * One chunk of an import of gifts was written: the rows of {@code published.gift} with this {@code import_id} and
 * {@code import_chunk}.
 *
 * @param thank whether whoever ran the import asked for thanks
 */
public record GiftsReceived(UUID importId, int chunk, boolean thank, Instant at) implements ValueChanged {}
