package org.silah.demonstration;

import java.util.random.RandomGenerator;

/** A made-up person's name in its parts. */
record Person(String given, String father, String grandfather, String family, boolean female) {

  /** With the father's name, so that a child is known as theirs. */
  String writtenInFull(RandomGenerator random) {
    return random.nextInt(3) == 0 ? Spelling.withBin(given, father, family, female) : given + " " + father + " " + family;
  }

  /** One of the forms in which charities' lists hold a name: two to four parts, now and then with بن. */
  String written(RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> given + " " + family;
      case 2, 3, 4, 5 -> given + " " + father + " " + family;
      case 6, 7 -> given + " " + father + " " + grandfather + " " + family;
      default -> Spelling.withBin(given, father, family, female);
    };
  }
}
