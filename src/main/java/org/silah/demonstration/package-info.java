/** A believable charity, the same one every time: made for looking around, for tests and for measuring. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "web", "access", "constituents", "constituents :: documents", "constituents :: families", "dialogue", "platform"})
@org.jspecify.annotations.NullMarked
package org.silah.demonstration;
