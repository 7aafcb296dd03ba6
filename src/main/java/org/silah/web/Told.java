package org.silah.web;

import org.jspecify.annotations.Nullable;

/**
 * A field that a program sent of a change: a text, or null, which empties what is there. For a field that was not sent there is
 * no {@code Told} at all.
 */
public record Told(@Nullable String text) {}
