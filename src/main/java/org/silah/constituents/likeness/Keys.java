package org.silah.constituents.likeness;

import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PersonName;

/** The keys of a record: see {@link Key}. */
public final class Keys {

  /** Counts up whenever other keys come out for the same record, so that stored ones are made anew. */
  public static final int VERSION = 1;

  private static final int NATIONAL_DIGITS = 9;
  private static final int WORD = 4;

  private final SequencedSet<Long> keys = new TreeSet<>();
  private final Traits.Sort sort;

  private Keys(Traits.Sort sort) {
    this.sort = sort;
  }

  /** In ascending order; a record of nothing but one word has none. */
  public static SequencedSet<Long> of(Traits traits) {
    var keys = new Keys(traits.sort());
    traits.identities().forEach(identity -> keys.add(Key.IDENTITY, identity));
    traits.phones().forEach(phone -> keys.add(Key.PHONE, phone.substring(Math.max(0, phone.length() - NATIONAL_DIGITS))));
    traits.emails().forEach(email -> keys.add(Key.EMAIL, email));
    traits.names().forEach(name -> keys.name(name.parts().stream().map(PersonName::skeleton).toList(), traits.birth()));
    keys.house(traits.address());
    return keys.keys;
  }

  private void name(List<String> parts, @Nullable String birth) {
    if (parts.size() >= 2) {
      var first = parts.getFirst();
      var last = parts.getLast();
      add(Key.ENDS, first.compareTo(last) <= 0 ? first + " " + last : last + " " + first);
    }
    if (sort != Traits.Sort.PERSON && !parts.isEmpty()) {
      add(Key.ENDS, parts.getFirst());
    }
    if (parts.size() >= 3) {
      add(Key.LINE, parts.getFirst() + " " + parts.get(1));
    }
    if (birth != null && !parts.isEmpty()) {
      add(Key.BIRTH, parts.getFirst() + " " + birth);
      add(Key.BIRTH, parts.getLast() + " " + birth);
    }
  }

  private void house(List<String> address) {
    var number = address.stream().filter(word -> Character.isDigit(word.charAt(0))).findFirst();
    var street = address.stream().filter(word -> word.length() >= WORD && !Character.isDigit(word.charAt(0))).findFirst();
    if (number.isPresent() && street.isPresent()) {
      add(Key.HOUSE, number.get() + " " + PersonName.skeleton(street.get()));
    }
  }

  private void add(Key kind, String value) {
    keys.add(kind.of(sort == Traits.Sort.PERSON ? value : sort.code() + " " + value));
  }
}
