/** Fields of clients that the charity makes for itself, and their values: on the profile, in forms, lists, files, search and the API. */
@org.jspecify.annotations.NullMarked
package org.silah.constituents.fields;
