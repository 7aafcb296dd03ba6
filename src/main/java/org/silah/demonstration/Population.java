package org.silah.demonstration;

import com.ibm.icu.text.Transliterator;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.HijriDate;

/**
 * The clients of a made-up charity. The n-th client depends on the seed and n alone, so any part of a
 * population of any size can be drawn again without the rest.
 */
final class Population {

  /** What a list says of one client; the words are those of the list. */
  record Listed(
      int number, String kind, String name, String latinName, String gender, String born, String phone, String email, String identity,
      String city, String role, String since, String language, String consent, @Nullable GivingHabit habit) {}

  private static final String MOBILE_RANGES = "0345689";
  private static final List<String> PLACES = Pool.lines("organisations.txt");
  private static final List<String> AGENCIES = Pool.lines("agencies.txt");
  private static final List<String> BILINGUAL = Pool.lines("bilingual.txt");
  private static final List<String> BILINGUAL_FAMILIES = Pool.lines("bilingual-families.txt");

  private final long seed;
  private final LocalDate today;
  private final People people;
  private final Pool cities = Pool.words("cities.txt");
  private final Transliterator latin = Transliterator.getInstance("Any-Latin; Latin-ASCII; [^a-zA-Z\\u0020] Remove");

  Population(long seed, int size, LocalDate today) {
    this.seed = seed;
    this.today = today;
    this.people = new People(size / 20, new SplittableRandom(seed));
  }

  /** @param n from 0 */
  Listed client(int n) {
    var random = new SplittableRandom(seed * 31 + n);
    int at = random.nextInt(1000);
    if (at < 40) {
      return organisation(n, random);
    }
    if (at < 46) {
      return agency(n, random);
    }
    if (at < 50) {
      return listed(n, "جهة أخرى", "مجلس " + people.draw(random).family(), "", "", random, "شريك", null);
    }
    if (at < 110) {
      return listed(n, "أسرة", "أسرة " + people.draw(random).given() + " " + people.draw(random).family(), "", "", random, "مستفيد", null);
    }
    if (at < 200) {
      return person(n, random, "مستفيد", null);
    }
    if (at < 235) {
      return person(n, random, "متطوع", null);
    }
    // a duplicate: a person of a little earlier as another clerk wrote them, reachable otherwise
    return n > 50 && at >= 965 ? twin(n, random) : person(n, random, "متبرع", GivingHabit.draw(random));
  }

  /** Gifts of a client, oldest first. */
  List<LocalDate> giftDays(Listed client) {
    return client.habit() == null ? List.of() : client.habit().days(today, giftRandom(client));
  }

  RandomGenerator giftRandom(Listed client) {
    return new SplittableRandom(seed * 131 + client.number());
  }

  private Listed person(int n, RandomGenerator random, String role, @Nullable GivingHabit habit) {
    if (random.nextInt(100) < 3) {
      return expatriate(n, random, role, habit);
    }
    var person = people.draw(random);
    return listed(n, "فرد", person.written(random), "", person.female() ? "أنثى" : "ذكر", random, role, habit);
  }

  /** Somebody who is written to in English. */
  private Listed expatriate(int n, RandomGenerator random, String role, @Nullable GivingHabit habit) {
    var given = BILINGUAL.get(random.nextInt(BILINGUAL.size())).split(" ");
    var family = BILINGUAL_FAMILIES.get(random.nextInt(BILINGUAL_FAMILIES.size())).split(" ");
    return listed(n, "فرد", given[0] + " " + family[0], given[1] + " " + family[1], "ذكر", random, role, habit);
  }

  private Listed twin(int n, RandomGenerator random) {
    for (int back = 1; back <= 50; back++) {
      var other = new SplittableRandom(seed * 31 + n - back);
      int at = other.nextInt(1000);
      if (at >= 235 && at < 965) {
        var first = person(n - back, other, "متبرع", GivingHabit.ONCE);
        return listed(n, "فرد", Spelling.another(first.name(), random), "", first.gender(), random, "متبرع", GivingHabit.draw(random));
      }
    }
    return person(n, random, "متبرع", GivingHabit.draw(random));
  }

  private Listed organisation(int n, RandomGenerator random) {
    var name = PLACES.get(random.nextInt(PLACES.size())).replace("{}", people.draw(random).family());
    return listed(n, "منشأة", name, "", "", random, "متبرع", random.nextInt(3) == 0 ? GivingHabit.GREAT : GivingHabit.OCCASIONAL);
  }

  private Listed agency(int n, RandomGenerator random) {
    var agency = AGENCIES.get(random.nextInt(AGENCIES.size())).split(" ", 2);
    boolean supporting = agency[0].equals("supporting");
    return listed(n, supporting ? "جهة حكومية داعمة" : "جهة حكومية مشرفة", agency[1] + " - " + cities.draw(random), "", "", random,
        supporting ? "داعم" : "مشرف", null);
  }

  private Listed listed(int n, String kind, String name, String latinName, String gender, RandomGenerator random, String role, @Nullable GivingHabit habit) {
    boolean person = !gender.isEmpty();
    var roman = latin.transliterate(name).toLowerCase(Locale.ROOT).strip();
    return new Listed(
        n, kind, name,
        latinName,
        gender,
        person && random.nextInt(3) == 0 ? today.minusDays(7_000 + random.nextInt(18_000)).toString() : "",
        random.nextInt(100) < 92 ? phone(n, random) : "",
        random.nextInt(100) < 58 ? roman.replaceAll("\\s+", ".").replaceAll("^(.{1,24}).*$", "$1") + n + "@example.org" : "",
        person && random.nextInt(100) < 40 ? nationalId(n) : "",
        cities.draw(random),
        role,
        HijriDate.from(today.minusDays(30 + random.nextInt(2_400))).toString(),
        !latinName.isEmpty() ? "en" : "ar",
        random.nextInt(100) < 55 ? "نعم" : random.nextInt(100) < 4 ? "لا" : "",
        habit);
  }

  /** Unique for n below ten million, of a range that is in use, written in one of the ways people write numbers. */
  private static String phone(int n, RandomGenerator random) {
    var digits = "5" + MOBILE_RANGES.charAt(n % MOBILE_RANGES.length()) + "%07d".formatted((n * 7_368_787L + 2_918_273L) % 10_000_000L);
    return switch (random.nextInt(6)) {
      case 0 -> "+966" + digits;
      case 1 -> "+966 " + digits.substring(0, 2) + " " + digits.substring(2, 5) + " " + digits.substring(5);
      case 2 -> "0" + digits.substring(0, 2) + " " + digits.substring(2, 5) + " " + digits.substring(5);
      case 3 -> arabicIndic("0" + digits);
      default -> "0" + digits;
    };
  }

  /** Ten digits, first 1, last one the Luhn check digit. */
  private static String nationalId(int n) {
    var nine = "1%08d".formatted((n * 4_256_233L + 7_654_321L) % 100_000_000L);
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int digit = nine.charAt(i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return nine + (10 - sum % 10) % 10;
  }

  private static String arabicIndic(String digits) {
    return digits.chars().map(digit -> digit - '0' + '٠').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }
}
