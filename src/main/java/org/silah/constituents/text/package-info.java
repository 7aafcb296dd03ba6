/** What people type and programs write, made fit to keep, to compare and to put into a spreadsheet. Knows nothing of clients. */
@org.jspecify.annotations.NullMarked
package org.silah.constituents.text;
