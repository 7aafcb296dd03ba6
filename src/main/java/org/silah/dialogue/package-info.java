/** The charity's messages: what is written to whom and when, whether it may go, how it left, and how a client makes it stop. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access", "constituents", "constituents :: merging", "constituents :: search"})
@org.jspecify.annotations.NullMarked
package org.silah.dialogue;
