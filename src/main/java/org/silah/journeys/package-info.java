/**
 * What the charity does by itself when something happens to a client: so far, it thanks for gifts, each that is recorded and at
 * most a year old, and those of a list where that was asked for.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access", "constituents", "segments", "dialogue", "giving"})
@org.jspecify.annotations.NullMarked
package org.silah.journeys;
