package org.silah.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message off the straight way.
 *
 * @param detail a reason code, or the mail server's own words
 * @param takenBy code of who decided it; null when the program did
 */
record MessageStep(Instant at, String step, @Nullable String detail, @Nullable String takenBy) {}
