/** Lists on their way in: the file, its columns, whom each row is about, the preview, the commit in chunks and the way back. */
@org.springframework.modulith.NamedInterface("imports")
@org.jspecify.annotations.NullMarked
package org.silah.constituents.imports;
