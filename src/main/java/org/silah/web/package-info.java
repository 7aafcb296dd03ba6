/** The pages' common ground: layout, languages, forms, errors, security headers. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN, allowedDependencies = "kernel")
@org.jspecify.annotations.NullMarked
package org.silah.web;
