package org.silah.constituents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a client answered, when, and how we know. */
public record ConsentAnswer(Channel channel, Topic topic, boolean granted, String evidence, String source, Instant at, @Nullable String recordedBy) {}
