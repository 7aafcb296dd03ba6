package org.silah.constituents;

import java.time.Instant;

/** A client answered whether we may write about something on some channel. */
public record ConsentChanged(PartyId party, Channel channel, Topic topic, boolean granted, Instant at) implements Happening {}
