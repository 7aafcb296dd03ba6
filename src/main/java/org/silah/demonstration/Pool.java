package org.silah.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Words to draw from, the first ones far more often than the last: the k-th is drawn in proportion to
 * 1/(k + 3), which is about how names are spread in a town.
 */
record Pool(List<String> words, double[] upTo) {

  static Pool of(List<String> words) {
    var upTo = new double[words.size()];
    double sum = 0;
    for (int k = 0; k < upTo.length; k++) {
      sum += 1.0 / (k + 3);
      upTo[k] = sum;
    }
    return new Pool(List.copyOf(words), upTo);
  }

  /** @param file of {@code demonstration/}: words parted by blanks; an underscore stands for a blank inside one */
  static Pool words(String file) {
    return of(List.of(read(file).strip().split("\\s+")).stream().map(word -> word.replace('_', ' ')).toList());
  }

  static List<String> lines(String file) {
    return read(file).lines().filter(line -> !line.isBlank()).toList();
  }

  String draw(RandomGenerator random) {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    int found = java.util.Arrays.binarySearch(upTo, at);
    return words.get(found >= 0 ? found : -found - 1);
  }

  private static String read(String file) {
    try (var text = Pool.class.getResourceAsStream("/demonstration/" + file)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
