package org.silah.demonstration;

import com.ibm.icu.text.Transliterator;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.HijriDate;

/**
 * The clients of a made-up charity. The n-th client depends on the seed, on the day and, for the rare family names, on the size
 * of the population, but on no other client: any part can be drawn again without the rest.
 */
final class Population {

  /** What a list says of one client; the words are those of the list. */
  record Listed(
      int number, String kind, String name, String latinName, String gender, String born, String phone, String email, String identity,
      String city, String role, String since, String language, String consent) {}

  /** The days on which a client gave, as days of the epoch, oldest first, and what then. */
  record Gifts(Giver giver, long[] days, RandomGenerator random) {}

  /** Of a thousand clients outside of families those with a lot below this are organisations, of the others those below the next … */
  private static final int ORGANISATION_BELOW = 42;
  private static final int AGENCY_BELOW = 49;
  private static final int OTHER_BELOW = 53;
  private static final int BENEFICIARY_BELOW = 150;
  private static final int VOLUNTEER_BELOW = 190;
  /** Beyond are duplicates of donors. */
  private static final int DONOR_BELOW = 963;

  private static final int BLOCK = 45;
  private static final int HEAD = 1;
  private static final int SPOUSE = 2;
  private static final int CHILD = 3;

  private static final String DONOR = "متبرع";
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int LONGEST_LOCAL = 24;
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
    int place = placeInHousehold(n);
    if (place >= 0) {
      return ofHousehold(n, place);
    }
    var random = random(n);
    int at = random.nextInt(1000);
    if (at < ORGANISATION_BELOW) {
      return organisation(n, random);
    }
    if (at < AGENCY_BELOW) {
      return agency(n, random);
    }
    if (at < OTHER_BELOW) {
      return listed(n, "جهة أخرى", "مجلس " + people.draw(random).family(), "", "", random, "شريك");
    }
    if (at < BENEFICIARY_BELOW) {
      return person(n, random, "مستفيد");
    }
    if (at < VOLUNTEER_BELOW) {
      return person(n, random, "متطوع");
    }
    // a duplicate: a person of a little earlier as another clerk wrote them, reachable otherwise
    return n > 50 && at >= DONOR_BELOW ? twin(n, random) : person(n, random, DONOR);
  }

  /** Null for who gives nothing. */
  @Nullable Gifts gifts(int n) {
    var habit = habit(n);
    if (habit == null) {
      return null;
    }
    var random = new SplittableRandom(seed * 131 + n);
    var giver = Giver.draw(habit, random);
    return new Gifts(giver, habit.days(today, random), random);
  }

  int giftDays(int n) {
    var gifts = gifts(n);
    return gifts == null ? 0 : gifts.days.length;
  }

  private @Nullable GivingHabit habit(int n) {
    var random = new SplittableRandom(seed * 57 + n);
    int place = placeInHousehold(n);
    if (place >= 0) {
      return givesToo(n) && (place == HEAD || place == SPOUSE) ? GivingHabit.draw(random) : null;
    }
    int at = random(n).nextInt(1000);
    if (at < ORGANISATION_BELOW) {
      return random.nextInt(3) == 0 ? GivingHabit.GREAT : GivingHabit.OCCASIONAL;
    }
    return at < VOLUNTEER_BELOW ? null : GivingHabit.draw(random);
  }

  private SplittableRandom random(int n) {
    return new SplittableRandom(seed * 31 + n);
  }

  /** Of every {@value #BLOCK} clients some that follow each other are a family and its members: 0 is the family itself, -1 is no such place. */
  private int placeInHousehold(int n) {
    int place = n % BLOCK - new SplittableRandom(seed * 17 + n / BLOCK).nextInt(BLOCK - Household.ENTRIES + 1);
    return place < Household.ENTRIES ? Math.max(-1, place) : -1;
  }

  /** Most families are helped; of every third the parents give. */
  private static boolean givesToo(int n) {
    return n / BLOCK % 3 == 2;
  }

  private Listed ofHousehold(int n, int place) {
    var household = Household.draw(people, new SplittableRandom(seed * 19 + n / BLOCK));
    var random = random(n);
    var role = !givesToo(n) ? "مستفيد" : place == CHILD ? "متطوع" : DONOR;
    return switch (place) {
      case HEAD -> member(n, household.head().written(random), household.head(), random, role);
      case SPOUSE -> member(n, household.spouse().written(random), household.spouse(), random, role);
      case CHILD -> member(n, household.child().writtenInFull(random), household.child(), random, role);
      default -> listed(n, "أسرة", household.name(), "", "", random, givesToo(n) ? "" : role);
    };
  }

  private Listed member(int n, String name, Person person, RandomGenerator random, String role) {
    return listed(n, "فرد", name, "", person.female() ? "أنثى" : "ذكر", random, role);
  }

  private Listed person(int n, RandomGenerator random, String role) {
    if (random.nextInt(100) < 3) {
      return expatriate(n, random, role);
    }
    var person = people.draw(random);
    return member(n, person.written(random), person, random, role);
  }

  /** Somebody who is written to in English. */
  private Listed expatriate(int n, RandomGenerator random, String role) {
    var given = BILINGUAL.get(random.nextInt(BILINGUAL.size())).split(" ");
    var family = BILINGUAL_FAMILIES.get(random.nextInt(BILINGUAL_FAMILIES.size())).split(" ");
    return listed(n, "فرد", given[0] + " " + family[0], given[1] + " " + family[1], "ذكر", random, role);
  }

  private Listed twin(int n, RandomGenerator random) {
    for (int back = 1; back <= 50; back++) {
      var other = random(n - back);
      int at = other.nextInt(1000);
      if (at >= VOLUNTEER_BELOW && at < DONOR_BELOW && placeInHousehold(n - back) < 0) {
        var first = person(n - back, other, DONOR);
        return listed(n, "فرد", Spelling.another(first.name(), random), "", first.gender(), random, DONOR);
      }
    }
    return person(n, random, DONOR);
  }

  private Listed organisation(int n, RandomGenerator random) {
    var name = PLACES.get(random.nextInt(PLACES.size())).replace("{}", people.draw(random).family());
    return listed(n, "منشأة", name, "", "", random, DONOR);
  }

  private Listed agency(int n, RandomGenerator random) {
    var agency = AGENCIES.get(random.nextInt(AGENCIES.size())).split(" ", 2);
    boolean supporting = agency[0].equals("supporting");
    return listed(n, supporting ? "جهة حكومية داعمة" : "جهة حكومية مشرفة", agency[1] + " - " + cities.draw(random), "", "", random,
        supporting ? "داعم" : "مشرف");
  }

  private Listed listed(int n, String kind, String name, String latinName, String gender, RandomGenerator random, String role) {
    boolean person = !gender.isEmpty();
    return new Listed(
        n, kind, name,
        latinName,
        gender,
        person && random.nextInt(3) == 0 ? today.minusDays(7_000 + random.nextInt(18_000)).toString() : "",
        random.nextInt(100) < 92 ? phone(n, random) : "",
        random.nextInt(100) < 58 ? email(n, name) : "",
        person && random.nextInt(100) < 40 ? nationalId(n) : "",
        cities.draw(random),
        role,
        HijriDate.from(since(n, random)).toString(),
        !latinName.isEmpty() ? "en" : "ar",
        random.nextInt(100) < 55 ? "نعم" : random.nextInt(100) < 4 ? "لا" : "");
  }

  /** Who gives is a donor from the first gift on. */
  private LocalDate since(int n, RandomGenerator random) {
    long ago = 30 + random.nextInt(2_400);
    var gifts = gifts(n);
    return gifts == null ? today.minusDays(ago) : LocalDate.ofEpochDay(gifts.days[0]);
  }

  private String email(int n, String name) {
    var roman = latin.transliterate(name).toLowerCase(Locale.ROOT).strip();
    return BLANKS.matcher(roman.substring(0, Math.min(LONGEST_LOCAL, roman.length())).strip()).replaceAll(".") + n + "@example.org";
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
