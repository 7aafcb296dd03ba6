/** A complete copy of the charity, out of one Silah and into an empty one. Knows no table: each module says what of its own belongs. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
@org.jspecify.annotations.NullMarked
package org.silah.copies;
