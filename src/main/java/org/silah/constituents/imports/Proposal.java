package org.silah.constituents.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.imports.ImportKind.Field;
import org.silah.kernel.PersonName;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.stereotype.Component;

/** Proposes what each column is: by its header in Arabic or English, and where that says nothing, by what stands in it. */
@Component
class Proposal {

  private static final int EXACT = 1_000;
  private static final double MOST = 0.8;
  private static final double HALF = 0.5;
  private static final int FEW = 3;

  private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();

  private final ImportKinds kinds;
  private final Texts texts;

  /** What our own pages call each field, by the key of its label. */
  private final Map<String, Set<String>> labels = new ConcurrentHashMap<>();

  Proposal(ImportKinds kinds, Texts texts) {
    this.kinds = kinds;
    this.texts = texts;
  }

  /** @param rank where two are called the same, the lower goes first */
  private record Guess(int column, Field field, int score, int rank) {}

  /** A field code for each header, {@link Columns#LEFT_OUT} where none is likely. */
  List<String> propose(ImportKind kind, List<String> headers, List<List<String>> sample) {
    var fields = kinds.fields(kind).values();
    var chosen = new ArrayList<>(headers.stream().map(_ -> Columns.LEFT_OUT).toList());
    var taken = new HashSet<String>();
    guesses(fields, headers, sample).forEach(guess -> take(guess, chosen, taken));
    for (int column = 0; column < headers.size(); column++) {
      if (chosen.get(column).equals(Columns.LEFT_OUT) && !isKnownHeader(headers.get(column))) {
        byContent(column, fields, sample, taken, chosen);
      }
    }
    return List.copyOf(chosen);
  }

  /** Other kinds of lists for which this one has every column that is needed. */
  List<ImportKind> others(ImportKind kind, List<String> headers) {
    return kinds.all().stream()
        .filter(other -> other != kind && other.suits(field -> headers.stream().anyMatch(header -> score(field, header) > 0)))
        .toList();
  }

  boolean isKnownHeader(String header) {
    return kinds.all().stream().flatMap(kind -> kinds.fields(kind).values().stream()).anyMatch(field -> score(field, header) >= EXACT);
  }

  private List<Guess> guesses(Collection<Field> fields, List<String> headers, List<List<String>> sample) {
    var guesses = new ArrayList<Guess>();
    for (int column = 0; column < headers.size(); column++) {
      guesses.addAll(guesses(column, fields, headers.get(column), sample));
    }
    guesses.sort(Comparator.comparingInt(Guess::score).reversed().thenComparingInt(Guess::rank).thenComparingInt(Guess::column));
    return guesses;
  }

  private List<Guess> guesses(int column, Collection<Field> fields, String header, List<List<String>> sample) {
    var named = fields.stream().map(field -> new Guess(column, field, score(field, header), rank(field, header))).filter(guess -> guess.score > 0).toList();
    return named.stream().filter(guess -> {
      var alike = named.stream().filter(other -> other.score == guess.score).toList();
      return alike.size() > 1 && guess.field.likely() != null
          ? isLikeliest(guess, alike, sample)
          : guess.score >= EXACT || !belies(guess.field, column, sample);
    }).toList();
  }

  /** Where one word heads several things, as النوع the kind of client and the gender, what stands below it decides. */
  private static boolean isLikeliest(Guess guess, List<Guess> alike, List<List<String>> sample) {
    var share = likely(guess.field, values(guess.column, sample));
    return share >= HALF && alike.stream().allMatch(other -> likely(other.field, values(other.column, sample)) <= share);
  }

  private static void take(Guess guess, List<String> chosen, Set<String> taken) {
    var code = guess.field.code();
    boolean free = guess.field.several() || !taken.contains(code);
    if (free && chosen.get(guess.column).equals(Columns.LEFT_OUT)) {
      chosen.set(guess.column, code);
      taken.add(code);
    }
  }

  private static void byContent(int column, Collection<Field> fields, List<List<String>> sample, Set<String> taken, List<String> chosen) {
    for (var field : fields) {
      var share = share(field, column, sample);
      if (share != null && share >= MOST && (!taken.contains(field.code()) || field.code().equals(ClientFields.PHONE))) {
        chosen.set(column, field.code());
        taken.add(field.code());
        return;
      }
    }
  }

  /** Above 0 if the header names the field: exactly, or among other words, then the longer the better. */
  private int score(Field field, String header) {
    var folded = PersonName.fold(header);
    if (folded.isEmpty()) {
      return 0;
    }
    if (field.own() == null && labels.computeIfAbsent(field.label(), this::labels).contains(folded)) {
      return EXACT + folded.length();
    }
    int best = 0;
    for (var known : field.headers()) {
      var word = FOLDED.computeIfAbsent(known, PersonName::fold);
      if (folded.equals(word)) {
        return EXACT + word.length();
      }
      if ((" " + folded + " ").contains(" " + word + " ")) {
        best = Math.max(best, word.length());
      }
    }
    return best;
  }

  /** What the charity itself named goes before what only may be called so, and who a client is, by its very name, before both. */
  private int rank(Field field, String header) {
    if (field.own() != null) {
      return 1;
    }
    boolean fact = ClientFields.facts().stream().anyMatch(known -> known.code().equals(field.code()));
    return !fact && labels.computeIfAbsent(field.label(), this::labels).contains(PersonName.fold(header)) ? 0 : 2;
  }

  private Set<String> labels(String key) {
    return Arrays.stream(Language.values()).map(language -> PersonName.fold(texts.in(language).get(key))).collect(Collectors.toSet());
  }

  private static boolean belies(Field field, int column, List<List<String>> sample) {
    var share = share(field, column, sample);
    return share != null && share < HALF;
  }

  /** How many of the column's values look like the field; null if that cannot be told. */
  private static @Nullable Double share(Field field, int column, List<List<String>> sample) {
    var values = values(column, sample);
    return field.likely() == null || values.isEmpty() || values.size() < Math.min(FEW, sample.size()) ? null : likely(field, values);
  }

  private static double likely(Field field, List<String> values) {
    var likely = field.likely();
    return likely == null || values.isEmpty() ? 0 : (double) values.stream().filter(likely::looksLikeIt).count() / values.size();
  }

  private static List<String> values(int column, List<List<String>> sample) {
    return sample.stream().filter(row -> row.size() > column).map(row -> row.get(column).strip()).filter(value -> !value.isEmpty()).toList();
  }
}
