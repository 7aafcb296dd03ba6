package org.silah.demonstration;

import java.util.random.RandomGenerator;

/** A family and three of its members, who stand behind it in the list. */
record Household(Person head, Person spouse, Person child) {

  /** The family itself and its members. */
  static final int ENTRIES = 4;

  static Household draw(People people, RandomGenerator random) {
    var head = people.draw(random, false);
    var spouse = people.draw(random, true);
    var child = people.draw(random, random.nextInt(2) == 0);
    return new Household(
        head,
        new Person(spouse.given(), spouse.father(), spouse.grandfather(), head.family(), true),
        new Person(child.given(), head.given(), head.father(), head.family(), child.female()));
  }

  String name() {
    return "أسرة " + head.given() + " " + head.family();
  }
}
