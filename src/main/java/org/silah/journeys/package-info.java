/** What the charity does by itself when something happens to a client: so far, it thanks for every gift. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access", "constituents", "segments", "dialogue", "giving"})
@org.jspecify.annotations.NullMarked
package org.silah.journeys;
