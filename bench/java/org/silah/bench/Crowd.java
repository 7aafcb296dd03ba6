package org.silah.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.likeness.NameVariants;
import org.silah.kernel.PersonName;

/**
 * A made-up town of people in families, in which some stand twice, as two clerks wrote them: another spelling, a name left out, a
 * slip of the hand, another phone, no number. The same seed makes the same town.
 */
final class Crowd {

  /** @param of the number of the person, the same for both records of one */
  record Person(
      int of, String given, @Nullable String father, @Nullable String grandfather, String family, boolean female, @Nullable LocalDate birth,
      @Nullable String phone, @Nullable String email, @Nullable String identity, String city, String district, int house) {

    String fullName() {
      return String.join(" ", Stream.of(given, father, grandfather, family).filter(part -> part != null).toList());
    }
  }

  private static final int FAMILY_NAMES = 4_000;
  private static final int DISTRICTS = 300;
  private static final String LETTERS = "بتجحخدرزسشصطعغفقكلمنهو";
  private static final List<String> CITIES = List.of("الرياض", "جدة", "مكة المكرمة", "الدمام", "المدينة المنورة", "أبها", "تبوك", "بريدة", "حائل", "جازان");

  private final Random random;
  private final List<String> men = new ArrayList<>();
  private final List<String> women = new ArrayList<>();
  private final List<List<String>> spellings = NameVariants.builtInLines();
  private int people;

  Crowd(long seed) {
    random = new Random(seed);
    for (var line : spellings) {
      var name = line.getFirst();
      boolean female = name.matches(".*[ةىاء]") || List.of("مريم", "زينب", "هند", "نور", "ريم", "سعاد", "عبير", "عفاف", "دلال", "حنان", "سهام", "نوال", "إيمان").contains(name);
      (female ? women : men).add(name);
    }
  }

  /** @param copies the share of people who are told twice */
  void tell(int records, double copies, Consumer<Person> to) {
    int told = 0;
    while (told < records) {
      var family = family();
      for (var person : family) {
        if (told++ < records) {
          to.accept(person);
        }
        if (random.nextDouble() < copies && told++ < records) {
          to.accept(again(person));
        }
      }
    }
  }

  private List<Person> family() {
    var family = familyName();
    var grandfather = drawn(men);
    var father = drawn(men);
    var city = drawn(CITIES);
    var district = "حي " + word(new Random(random.nextInt(DISTRICTS)));
    int house = 1 + random.nextInt(9_000);
    var shared = phone();
    int size = random.nextInt(10) < 4 ? 1 : 2 + random.nextInt(5);
    int year = 1940 + random.nextInt(65);
    var members = new ArrayList<Person>();
    for (int i = 0; i < size; i++) {
      boolean female = random.nextBoolean();
      var given = drawn(female ? women : men);
      if (members.stream().anyMatch(other -> other.given.equals(given))) {
        continue;
      }
      double parts = random.nextDouble();
      members.add(new Person(
          ++people, given, parts < 0.85 ? father : null, parts < 0.6 ? grandfather : null, family, female,
          random.nextDouble() < 0.7 ? LocalDate.of(year + random.nextInt(18), 1, 1).plusDays(random.nextInt(365)) : null,
          random.nextDouble() < 0.85 ? random.nextDouble() < 0.5 ? shared : phone() : null,
          random.nextDouble() < 0.25 ? PersonName.skeleton(given) + random.nextInt(1_000_000) + "@example.org" : null,
          random.nextDouble() < 0.7 ? identity() : null, city, district, house));
    }
    return members;
  }

  private Person again(Person one) {
    boolean latin = random.nextInt(10) == 0;
    double parts = random.nextDouble();
    return new Person(
        one.of, written(one.given, latin), parts < 0.75 ? written(one.father, latin) : null, parts < 0.5 ? written(one.grandfather, latin) : null,
        written(one.family, latin), one.female, birthAgain(one.birth),
        random.nextDouble() < 0.65 ? one.phone : random.nextDouble() < 0.6 ? phone() : null,
        random.nextDouble() < 0.6 ? one.email : null,
        one.identity == null ? random.nextDouble() < 0.3 ? identity() : null : random.nextDouble() < 0.55 ? one.identity : random.nextInt(15) == 0 ? slip(one.identity) : null,
        one.city, random.nextDouble() < 0.7 ? one.district : "", random.nextDouble() < 0.7 ? one.house : 1 + random.nextInt(9_000));
  }

  private @Nullable LocalDate birthAgain(@Nullable LocalDate birth) {
    double chance = random.nextDouble();
    if (birth == null || chance < 0.3) {
      return null;
    }
    return chance < 0.36 ? birth.withYear(birth.getYear() + 1 - 2 * random.nextInt(2)) : birth;
  }

  private @Nullable String written(@Nullable String name, boolean latin) {
    if (name == null) {
      return null;
    }
    if (latin) {
      var line = spellings.stream().filter(one -> one.getFirst().equals(name)).findFirst();
      return line.map(one -> one.get(1 + random.nextInt(one.size() - 1))).orElseGet(() -> LatinClerk.written(name));
    }
    var written = name;
    if (random.nextInt(2) == 0) {
      written = written.replace('أ', 'ا').replace('إ', 'ا').replaceAll("ة$", "ه").replaceAll("ى$", "ي");
    }
    if (random.nextInt(3) == 0) {
      written = written.replaceAll("^عبدال", "عبد ال");
    }
    return random.nextInt(20) == 0 ? slip(written) : written;
  }

  private String slip(String word) {
    int at = random.nextInt(word.length());
    char c = Character.isDigit(word.charAt(at)) ? (char) ('0' + random.nextInt(10)) : LETTERS.charAt(random.nextInt(LETTERS.length()));
    return switch (random.nextInt(3)) {
      case 0 -> word.length() > 3 ? word.substring(0, at) + word.substring(at + 1) : word + c;
      case 1 -> word.substring(0, at) + c + word.substring(at);
      default -> word.substring(0, at) + c + word.substring(at + 1);
    };
  }

  /** The first far more often than the last, as names are spread in a town. */
  private String drawn(List<String> words) {
    return words.get((int) (words.size() * Math.pow(random.nextDouble(), 2.5)));
  }

  private String familyName() {
    return "ال" + word(new Random((long) (FAMILY_NAMES * Math.pow(random.nextDouble(), 2)))) + "ي";
  }

  private static String word(Random of) {
    var word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(LETTERS.charAt(of.nextInt(LETTERS.length())));
      if (i == 1 && of.nextInt(3) == 0) {
        word.append('ا');
      }
    }
    return word.toString();
  }

  private String phone() {
    return "+9665%08d".formatted(random.nextInt(100_000_000));
  }

  private String identity() {
    return "1%09d".formatted(random.nextInt(1_000_000_000));
  }
}
