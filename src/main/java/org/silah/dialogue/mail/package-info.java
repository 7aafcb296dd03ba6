/** What a mail is made of: the charity's wording with its fields, the layout, the bytes. */
@org.jspecify.annotations.NullMarked
package org.silah.dialogue.mail;
