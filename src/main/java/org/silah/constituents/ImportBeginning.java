package org.silah.constituents;

import java.util.List;

/**
 * The first rows of a file as they are read.
 *
 * @param sample some rows below the headers
 */
record ImportBeginning(ImportShape shape, List<String> headers, List<List<String>> sample) {}
