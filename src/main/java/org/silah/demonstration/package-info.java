/** A believable charity, the same one every time: made for looking around, for tests and for measuring. */
@org.jspecify.annotations.NullMarked
package org.silah.demonstration;
