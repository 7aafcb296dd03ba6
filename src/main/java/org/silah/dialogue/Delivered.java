package org.silah.dialogue;

import java.time.Instant;

/** A mail that the server took, with what it said, and not yet written down. */
record Delivered(MessageId id, String reply, Instant at) {}
