package org.silah.giving;

import java.time.Instant;
import java.util.UUID;
import org.silah.segments.ValueChanged;

/**
 * Some rows of an import of gifts were written: they are in {@code published.gift}, with this {@code import_id} and their
 * {@code import_row} from {@code firstRow} to {@code lastRow}.
 *
 * @param thank whether whoever ran the import asked for thanks
 */
public record GiftsReceived(UUID importId, int firstRow, int lastRow, boolean thank, Instant at) implements ValueChanged {}
