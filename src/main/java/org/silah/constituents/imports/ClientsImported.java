package org.silah.constituents.imports;

import java.time.Instant;

/** An import was committed to its end. Not a happening of one client: a list brings them by the thousand. */
public record ClientsImported(ImportId id, long made, long joined, Instant at) {}
