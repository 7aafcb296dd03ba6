/** Finding clients as people type: a part of a name in any spelling and script, a phone, an e-mail, a number. */
@org.springframework.modulith.NamedInterface("search")
@org.jspecify.annotations.NullMarked
package org.silah.constituents.search;
