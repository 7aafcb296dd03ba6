package org.silah.demonstration;

import java.util.random.RandomGenerator;

/** The ways in which clerks write the same name: with and without hamza, dots, joined or apart, with بن. */
final class Spelling {

  private Spelling() {}

  /** {@code name} as another clerk might have written it; sometimes the same. */
  static String another(String name, RandomGenerator random) {
    var written = name;
    if (random.nextInt(2) == 0) {
      written = written.replace('أ', 'ا').replace('إ', 'ا').replace('آ', 'ا');
    }
    if (random.nextInt(2) == 0) {
      written = written.replaceAll("ة(?= |$)", "ه");
    }
    if (random.nextInt(3) == 0) {
      written = written.replaceAll("ى(?= |$)", "ي");
    }
    if (random.nextInt(2) == 0) {
      written = written.replaceAll("(^| )عبد(?=ال)", "$1عبد ");
    }
    return written;
  }

  static String withBin(String given, String father, String family, boolean female) {
    return given + (female ? " بنت " : " بن ") + father + " " + family;
  }
}
