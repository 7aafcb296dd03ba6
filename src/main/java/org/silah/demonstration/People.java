package org.silah.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws people. A large population has many rare family names beside the common ones, as real ones have. */
final class People {

  private static final String ROOT_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي";

  private final Pool men = Pool.words("given-male.txt");
  private final Pool women = Pool.words("given-female.txt");
  private final Pool families;

  /** @param rareFamilies how many made-up family names stand in the long tail behind the known ones */
  People(int rareFamilies, RandomGenerator random) {
    var names = new ArrayList<>(Pool.words("family.txt").words());
    for (int i = 0; i < rareFamilies; i++) {
      names.add(rare(random));
    }
    families = Pool.of(names);
  }

  Person draw(RandomGenerator random) {
    return draw(random, random.nextInt(100) < 42);
  }

  Person draw(RandomGenerator random, boolean female) {
    return new Person((female ? women : men).draw(random), men.draw(random), men.draw(random), families.draw(random), female);
  }

  private static String rare(RandomGenerator random) {
    var a = letter(random);
    var b = letter(random);
    var c = letter(random);
    return List.of(
        "ال" + a + b + "ي" + c + "ي", "ال" + a + b + c + "اني", "ال" + a + "و" + b + c + "ي", "ال" + a + "ا" + b + c + "ي",
        "ال" + a + b + "ا" + c, "ال" + a + "و" + b + "ي" + c, "آل " + a + b + "ي" + c, "با" + a + b + c).get(random.nextInt(8));
  }

  private static String letter(RandomGenerator random) {
    return String.valueOf(ROOT_LETTERS.charAt(random.nextInt(ROOT_LETTERS.length())));
  }
}
