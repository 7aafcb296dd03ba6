/** Whether relationships last: the dashboard, and the rows behind each of its figures. Reads what others publish. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access", "constituents", "segments"})
@org.jspecify.annotations.NullMarked
package org.silah.insight;
