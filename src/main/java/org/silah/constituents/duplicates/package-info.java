/** Clients who are in the base twice: found, shown to a person, decided. */
@org.jspecify.annotations.NullMarked
package org.silah.constituents.duplicates;
