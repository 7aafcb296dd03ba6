package org.silah.segments;

/**
 * Marks an event that may change what a donor is worth: a gift, a reversal, a whole chunk of an import. Publish it inside the
 * transaction of the change; the mark that the pyramid is stale is then kept or lost together with the change itself.
 */
public interface ValueChanged {}
