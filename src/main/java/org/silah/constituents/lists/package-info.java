/** All clients, or those that a filter and the search leave: as a page, and as a file for a spreadsheet. */
@org.jspecify.annotations.NullMarked
package org.silah.constituents.lists;
