package org.silah.constituents.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.silah.constituents.likeness.Transliteration;
import org.silah.constituents.likeness.Typing;
import org.silah.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words names are made of: what a typed word may stand for, and how common it is. Reads {@code name_word} and counts its
 * bearers; Names and the import add to it.
 */
@Repository
class Vocabulary {

  private static final String FIRST_ARABIC = "\u0620";
  private static final int READ = 300;
  private static final int KEPT = 6;
  /** Shorter words have too many neighbours. */
  private static final int GUESSED_FROM = 4;
  private static final int GUESSED_SKELETON_FROM = 3;

  private record Word(String word, long bearers) {}

  private final JdbcClient db;

  Vocabulary(JdbcClient db) {
    this.db = db;
  }

  /** For a word that is looked for alone, whose own range is enough. */
  Spellings alone(String typed) {
    var beginnings = beginnings(typed);
    return new Spellings(typed, beginnings, List.of(), words(alike(typed, beginnings)), List.of(), 0);
  }

  Spellings amongOthers(String typed) {
    var beginnings = beginnings(typed);
    var begun = begun(beginnings);
    var alike = alike(typed, beginnings);
    var common = begun.stream().sorted(Comparator.comparing(Word::bearers).reversed()).limit(KEPT).toList();
    return new Spellings(typed, beginnings, words(common), words(alike), List.of(), bearers(begun) + bearers(alike));
  }

  /** The same with the words that one slip of the hand makes of it; what no name begins with is taken for such a slip alone. */
  Spellings slipped(Spellings asked) {
    var slips = slips(asked.typed());
    boolean known = asked.isKnown();
    return slips.isEmpty() ? asked : new Spellings(asked.typed(), known ? asked.beginnings() : List.of(), asked.completions(),
        asked.alike().stream().filter(word -> slips.stream().noneMatch(slip -> slip.word.equals(word))).toList(), words(slips), asked.bearers() + bearers(slips));
  }

  /** For a word that no name has: it may be half of one, as رحمن is of عبدالرحمن. The word itself if it is not. */
  Spellings compound(Spellings word) {
    var openers = isArabic(word.typed()) ? List.of("عبدال", "عبد", "ابو", "ام", "بو") : List.of("abdul", "abd", "abu", "um");
    var wholes = openers.stream().map(opener -> opener + word.typed()).toList();
    var begun = begun(wholes);
    return begun.isEmpty() ? word : new Spellings(word.typed(), wholes, words(begun.subList(0, Math.min(KEPT, begun.size()))), List.of(), List.of(), bearers(begun));
  }

  /** As typed, with the article and without it: people write and leave out ال and al- as they like. */
  private static List<String> beginnings(String typed) {
    var beginnings = new LinkedHashSet<String>(PersonName.searchForms(typed));
    if (isArabic(typed) && !typed.startsWith("ال")) {
      beginnings.add("ال" + typed);
    }
    if (isLatin(typed) && typed.length() > 2 && !typed.startsWith("al") && !typed.startsWith("el")) {
      beginnings.add("al" + typed);
      beginnings.add("el" + typed);
    }
    return List.copyOf(beginnings);
  }

  private List<Word> begun(List<String> beginnings) {
    return db.sql("""
        select w.word, w.bearers
        from unnest(?::text[], ?::text[]) as asked (low, high)
        cross join lateral (
          select w.word, w.bearers
          from constituents.name_word w
          where w.word >= asked.low and w.word < asked.high
          order by w.word
          limit ?) w""")
        .params(beginnings.toArray(String[]::new), beginnings.stream().map(beginning -> beginning + Piece.LAST).toArray(String[]::new), READ)
        .query(Word.class)
        .list();
  }

  /** Words that sound the same. Arabic words never stand for other Arabic ones: there the spelling is the name. */
  private List<Word> alike(String typed, List<String> beginnings) {
    var arabic = isArabic(typed);
    if (typed.length() < 2 || !arabic && !isLatin(typed)) {
      return List.of();
    }
    var all = new ArrayList<>(sounding(typed, arabic));
    if (all.size() < KEPT) {
      all.addAll(soundingOn(typed, arabic));
    }
    all.removeIf(word -> beginnings.stream().anyMatch(word.word::startsWith));
    all.sort(Comparator.comparingInt((Word word) -> Sound.distance(typed, word.word)).thenComparing(Word::bearers, Comparator.reverseOrder()));
    return List.copyOf(all.subList(0, Math.min(KEPT, all.size())));
  }

  private List<Word> sounding(String typed, boolean arabic) {
    return db.sql("""
        select w.word, w.bearers
        from constituents.name_word w
        where w.skeleton = any (?) and (w.word < ? or not ?)
        order by w.bearers desc, w.word
        limit 40""")
        .params(PersonName.skeletons(typed).toArray(String[]::new), FIRST_ARABIC, arabic)
        .query(Word.class)
        .list();
  }

  /** Words of the same letters but for one; and those of the other script that sound like these, or but for one consonant like the word itself. */
  private List<Word> slips(String typed) {
    boolean arabic = isArabic(typed);
    if (typed.codePointCount(0, typed.length()) < GUESSED_FROM || !arabic && !isLatin(typed)) {
      return List.of();
    }
    var ways = beginnings(typed);
    var same = withSlip("", ways).stream()
        .filter(word -> isArabic(word.word) == arabic && isOneSlipFrom(ways, word.word))
        .sorted(Comparator.comparing((Word word) -> word.word.charAt(0) != typed.charAt(0)).thenComparing(Word::bearers, Comparator.reverseOrder()))
        .limit(KEPT)
        .toList();
    var all = new LinkedHashSet<>(same);
    same.stream().limit(2).forEach(word -> sounding(word.word, arabic).stream().filter(other -> isArabic(other.word) != arabic).limit(2).forEach(all::add));
    var skeleton = PersonName.skeleton(typed);
    if (all.isEmpty() && skeleton.length() >= GUESSED_SKELETON_FROM) {
      withSlip("~", List.of(skeleton)).stream()
          .filter(word -> isArabic(word.word) != arabic && isOneSlipFrom(List.of(skeleton), PersonName.skeleton(word.word)))
          .sorted(Comparator.comparing((Word word) -> arabic ? Transliteration.bitsALetter(word.word, typed) : Transliteration.bitsALetter(typed, word.word)).reversed())
          .limit(KEPT)
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static boolean isOneSlipFrom(List<String> ways, String word) {
    return ways.stream().anyMatch(way -> Typing.slips(way, word, 1) == 1);
  }

  /** Words that share a form with one of these, which those within one letter do. */
  private List<Word> withSlip(String mark, List<String> texts) {
    var forms = texts.stream().flatMap(text -> Typing.withoutALetter(text).stream()).map(form -> mark + form).toArray(String[]::new);
    return db.sql("""
        select w.word, w.bearers
        from constituents.name_word w
        where w.word = any (array(select s.word from constituents.name_slip s where s.form = any (?)))
        order by w.bearers desc, w.word
        limit ?""")
        .params(forms, READ)
        .query(Word.class)
        .list();
  }

  /** The typed word may be unfinished: words whose consonants go on from its own. */
  private List<Word> soundingOn(String typed, boolean arabic) {
    var skeleton = PersonName.skeleton(typed);
    if (skeleton.length() < 2) {
      return List.of();
    }
    return db.sql("""
        select begun.word, begun.bearers
        from (
          select w.word, w.bearers
          from constituents.name_word w
          where w.skeleton > ? and w.skeleton < ? and (w.word < ? or not ?)
          order by w.skeleton
          limit 2000) begun
        order by begun.bearers desc, begun.word
        limit ?""")
        .params(skeleton, skeleton + Piece.LAST, FIRST_ARABIC, arabic, KEPT)
        .query(Word.class)
        .list();
  }

  /**
   * Counts anew how many names have each word, none where nobody bears it any more. Takes seconds for a million clients. Two at
   * once would lock each other's words.
   */
  @Transactional
  public void recount() {
    db.sql("select pg_advisory_xact_lock(hashtext('constituents.name_word recount'))").query((row, _) -> true).single();
    db.sql("""
        with counted as (
          select split_part(r.key, ' ', 1) as word, count(*) as bearers
          from constituents.name_rotation r
          group by 1)
        update constituents.name_word w
        set bearers = coalesce(c.bearers, 0)
        from constituents.name_word known
        left join counted c on c.word = known.word
        where known.word = w.word and w.bearers <> coalesce(c.bearers, 0)""")
        .update();
  }

  private static List<String> words(List<Word> words) {
    return words.stream().map(Word::word).toList();
  }

  /** So many words that not all were read are taken for very common. */
  private static long bearers(List<Word> words) {
    return words.size() >= READ ? Integer.MAX_VALUE : words.stream().mapToLong(Word::bearers).sum();
  }

  private static boolean isArabic(String word) {
    return word.compareTo(FIRST_ARABIC) >= 0 && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.ARABIC;
  }

  private static boolean isLatin(String word) {
    return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }
}
