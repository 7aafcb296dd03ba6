/** The clients: who they are, what roles they hold, how to reach them, what they allowed; their profile. Import, search and lists stand below. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
@org.jspecify.annotations.NullMarked
package org.silah.constituents;
