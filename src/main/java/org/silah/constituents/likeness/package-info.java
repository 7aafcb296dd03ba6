/** How much two names, and two records of people or bodies, are alike: pure functions on values, and the evidence they stand on. Knows nothing of the base. */
@org.jspecify.annotations.NullMarked
package org.silah.constituents.likeness;
