package org.silah.constituents.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.silah.constituents.Client;
import org.silah.constituents.text.Given;
import org.silah.kernel.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A person's name in its parts as it is written: what the person is called by, the father's names, the family. Words for son and
 * daughter are known and left out; عبد الله, أبو بكر, آل سعود and نور الدين are one part each.
 *
 * @param lineage all parts behind the first; empty where a kunya or one name is all there is
 * @param linked whether a word for son or daughter stood behind the first part
 */
record NameOfPerson(String given, List<String> lineage, boolean linked) {

  private static final Set<String> SON = Set.of("بن", "ابن");
  private static final Set<String> DAUGHTER = Set.of("بنت", "ابنه");
  private static final Set<String> OPEN = Set.of("عبد", "ابو", "ابي", "ابا", "ام", "ال", "abd", "abdul", "abu", "al");
  private static final Set<String> CLOSING = Set.of("الله", "الدين");

  static NameOfPerson of(String displayName) {
    var clean = PersonName.clean(displayName);
    var given = Given.of(clean);
    if (given == null) {
      return new NameOfPerson(clean, List.of(), false);
    }
    var words = clean.substring(clean.indexOf(given) + given.length()).strip().split(" ");
    var parts = new ArrayList<String>();
    boolean linked = false;
    boolean open = false;
    for (int i = 0; i < words.length; i++) {
      var folded = PersonName.fold(words[i]);
      if (folded.isEmpty()) {
        continue;
      }
      if (SON.contains(folded) || DAUGHTER.contains(folded)) {
        linked |= parts.isEmpty();
      } else if (open || CLOSING.contains(folded) && !parts.isEmpty()) {
        parts.add(parts.removeLast() + " " + words[i]);
      } else if (CLOSING.contains(folded)) {
        given += " " + words[i];
      } else {
        parts.add(words[i]);
      }
      open = OPEN.contains(folded) && i + 1 < words.length;
    }
    return new NameOfPerson(given, List.copyOf(parts), linked);
  }

  /** The person with the father and the family: أحمد بن سالم الغامدي. Without knowing whether man or woman, as it was written. */
  String full(Client.@Nullable Gender gender) {
    if (lineage.isEmpty()) {
      return given;
    }
    var link = gender == null ? "" : gender == Client.Gender.FEMALE ? "بنت " : "بن ";
    if (lineage.size() == 1) {
      return given + " " + (linked ? link : "") + lineage.getFirst();
    }
    return given + " " + (isArabic() && (linked || !isOfFamily(lineage.getFirst())) ? link : "") + lineage.getFirst() + " " + lineage.getLast();
  }

  /** What this person's child is called: يوسف بن أحمد بن سالم الغامدي. What is more than a first name stays as it is. */
  String child(String typed, Client.@Nullable Gender gender, Client.@Nullable Gender own) {
    var name = PersonName.clean(typed);
    var child = of(name);
    if (!child.lineage.isEmpty() || !isArabic() || child.given.isEmpty()) {
      return child.lineage.isEmpty() && !lineage.isEmpty() ? name + " " + lineage.getLast() : name;
    }
    return name + " " + (gender == Client.Gender.FEMALE ? "بنت " : "بن ") + full(own);
  }

  private boolean isArabic() {
    return given.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
  }

  private static boolean isOfFamily(String part) {
    return part.startsWith("ال") && part.length() > 4 || part.startsWith("آل ");
  }
}
