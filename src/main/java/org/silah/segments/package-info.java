/** What a client is worth to the mission, and which part of the base that puts each in: the value pyramid of donors. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access", "constituents"})
@org.jspecify.annotations.NullMarked
package org.silah.segments;
