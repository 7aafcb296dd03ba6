/** What donors give: gifts, their reversal, and the summaries that the rest of the charity counts on. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web", "access", "constituents", "constituents :: imports", "constituents :: merging", "constituents :: search", "segments"})
@org.jspecify.annotations.NullMarked
package org.silah.giving;
