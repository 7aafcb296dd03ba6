/** Who may do what, and what was done: staff, roles, sign-in, API keys, the table of routes, the audit log, the institution itself. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "platform"})
@org.jspecify.annotations.NullMarked
package org.silah.access;
