/** How well the charity knows its clients: a row for each client, kept sums, the page that tells them, whom to call next, and what the charity wants to know. */
@org.jspecify.annotations.NullMarked
package org.silah.constituents.knowing;
