/** Who belongs to whom: households over time, what happens in them, what they are called, and what clients are to each other. */
@org.springframework.modulith.NamedInterface("families")
@org.jspecify.annotations.NullMarked
package org.silah.constituents.families;
