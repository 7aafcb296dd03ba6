/** Two clients who are one become one, and two again when that was a mistake. */
@org.springframework.modulith.NamedInterface("merging")
@org.jspecify.annotations.NullMarked
package org.silah.constituents.merging;
