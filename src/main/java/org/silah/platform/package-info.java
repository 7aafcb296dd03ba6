/** Where Silah lives on a machine: the data folder, its PostgreSQL, starting, stopping and the command line. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package org.silah.platform;
