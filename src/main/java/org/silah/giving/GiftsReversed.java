package org.silah.giving;

import java.time.Instant;
import java.util.UUID;
import org.silah.segments.ValueChanged;

/** Gifts of an import were reversed, because the import was undone. */
public record GiftsReversed(UUID importId, Instant at) implements ValueChanged {}
