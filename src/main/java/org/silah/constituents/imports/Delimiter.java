package org.silah.constituents.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What stands between the cells of a row: whichever cuts the most rows into the same number of cells. */
final class Delimiter {

  static final List<Character> CHOICES = List.of(',', ';', '\t', '|');

  private Delimiter() {}

  /** @param sample the beginning of the file, cut at the end of a line; a single column has no delimiter and gets a comma */
  static char find(String sample) {
    char best = ',';
    double bestScore = 0;
    for (char candidate : CHOICES) {
      double score = score(cellCounts(sample, candidate));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static double score(List<Integer> counts) {
    var rowsOfWidth = new HashMap<Integer, Integer>();
    counts.forEach(count -> rowsOfWidth.merge(count, 1, Integer::sum));
    return rowsOfWidth.entrySet().stream()
        .filter(width -> width.getKey() > 1)
        .mapToDouble(width -> (double) width.getValue() / counts.size() * (1 + Math.log(width.getKey()) / 4))
        .max()
        .orElse(0);
  }

  private static List<Integer> cellCounts(String sample, char delimiter) {
    var counts = new ArrayList<Integer>();
    try (var sheet = Csv.read(new StringReader(sample), delimiter)) {
      while (sheet.next()) {
        if (sheet.cells().length > 1 || !sheet.cells()[0].isBlank()) {
          counts.add(sheet.cells().length);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ImportRefused cutInTheMiddleOfAQuote) {
      // what was read until there is evidence enough
    }
    return counts;
  }
}
