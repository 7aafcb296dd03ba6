/** Values every part of Silah speaks of: money, dates, telephones, names, ids, pieces of SQL. Depends on no other module. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.silah.kernel;
