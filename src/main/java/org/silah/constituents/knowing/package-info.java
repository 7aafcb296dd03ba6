/** How well the charity knows its clients: a row for each, kept sums, the page that tells them, whom to call next, and what is wanted. */
@org.jspecify.annotations.NullMarked
package org.silah.constituents.knowing;
