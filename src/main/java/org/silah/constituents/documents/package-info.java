/** Files on a client: what they are, who may see them, when they expire, and where their bytes lie. */
@org.springframework.modulith.NamedInterface("documents")
@org.jspecify.annotations.NullMarked
package org.silah.constituents.documents;
