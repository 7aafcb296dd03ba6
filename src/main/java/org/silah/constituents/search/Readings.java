package org.silah.constituents.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.silah.constituents.PartyId;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/** Reads what was typed as a name: as it stands, then as half of a name, as a kunya, with a slip of the hand, with a place or a part of a phone beside it. */
@Component
class Readings {

  /** Found exactly, so many are enough not to guess any further. */
  private static final int FEW = 5;
  private static final int ENOUGH = 10;
  private static final int OF_A_PHONE = 300;
  private static final Pattern KUNYA = Pattern.compile("(ابو|بو|ام|abu|bu|um)(.{2,})");
  private static final Map<String, String> IN_ARABIC = Map.of("ابو", "ابو", "بو", "ابو", "ام", "ام", "abu", "ابو", "bu", "ابو", "um", "ام");

  private final Vocabulary vocabulary;
  private final NameSearch names;
  private final NumberSearch numbers;
  private final TraitSearch traits;
  private final Candidates candidates;

  Readings(Vocabulary vocabulary, NameSearch names, NumberSearch numbers, TraitSearch traits, Candidates candidates) {
    this.vocabulary = vocabulary;
    this.names = names;
    this.numbers = numbers;
    this.traits = traits;
    this.candidates = candidates;
  }

  /**
   * What was typed, what its words may stand for and who was found by them, the best first.
   *
   * @param words none where nothing but signs was typed
   */
  record Read(Asked asked, List<Spellings> words, List<Fitting> found) {}

  /** As it stands, in either script. */
  Read asItStands(Asked asked, int wanted) {
    if (isSigns(asked)) {
      return new Read(asked, List.of(), candidates.ranked(names.signs(asked.text()), _ -> new Fit(Fit.Tier.EXACT, 0, 1)));
    }
    var words = spellings(asked);
    return new Read(asked, words, found(words, wanted));
  }

  private List<Fitting> found(List<Spellings> words, int wanted) {
    try {
      var found = both(known(words) ? ranked(words, names.candidates(words, wanted)) : List.of(), called(words));
      if (!found.isEmpty()) {
        return found;
      }
      var compounds = words.stream().map(word -> word.isKnown() ? word : vocabulary.compound(word)).toList();
      return !compounds.equals(words) && known(compounds) ? ranked(compounds, names.candidates(compounds, wanted)) : found;
    } catch (QueryTimeoutException e) {
      return List.of();
    }
  }

  /** Where that is little also with a slip, a place, a part of a phone; the best first. */
  List<Fitting> further(Read read, int wanted) {
    var found = read.found;
    if (read.words.isEmpty()) {
      return found;
    }
    try {
      boolean one = read.words.size() == 1;
      var all = found.size() < (one ? FEW : ENOUGH) ? both(found, withTrait(read.asked)) : found;
      if (all.size() < (one ? FEW : 1)) {
        var slipped = slipped(one ? List.of(vocabulary.amongOthers(read.words.getFirst().typed())) : read.words);
        all = both(all, slipped.isEmpty() || !known(slipped) ? List.of() : ranked(slipped, names.candidates(slipped, wanted)));
      }
      return all;
    } catch (QueryTimeoutException e) {
      return found;
    }
  }

  /** A name of nothing but signs. */
  private static boolean isSigns(Asked asked) {
    return asked.words().stream().allMatch(String::isBlank);
  }

  private List<Spellings> spellings(Asked asked) {
    var words = asked.words();
    return words.size() == 1 ? List.of(vocabulary.alone(words.getFirst())) : words.stream().map(vocabulary::amongOthers).toList();
  }

  private List<Fitting> ranked(List<Spellings> words, Set<PartyId> found) {
    return candidates.ranked(found, candidate -> Fit.of(words, candidate));
  }

  /** One word is looked for by its beginning, whether some name has it or not. */
  private static boolean known(List<Spellings> words) {
    return words.size() == 1 || words.stream().allMatch(word -> word.isKnown() || !word.slips().isEmpty());
  }

  /** Words that no name has are guessed at first; only where all are known, each may be a slip. Nothing if there is nothing to guess. */
  private List<Spellings> slipped(List<Spellings> words) {
    boolean known = words.stream().allMatch(Spellings::isKnown);
    var slipped = words.stream().map(word -> known || !word.isKnown() ? vocabulary.slipped(word) : word).toList();
    return slipped.equals(words) ? List.of() : slipped;
  }

  /** A kunya that is written down beside the name, alone or with parts of the name. */
  private List<Fitting> called(List<Spellings> words) {
    for (var word : words) {
      var keys = kunyas(word);
      if (!keys.isEmpty()) {
        var others = words.stream().filter(other -> other != word).toList();
        var asked = words.stream().map(other -> other == word ? new Spellings(word.typed(), keys, List.of(), List.of(), List.of(), 0) : other).toList();
        return ranked(asked, traits.called(keys, others)).stream().map(one -> new Fitting(one.candidate().asCalled(), one.fit())).toList();
      }
    }
    return List.of();
  }

  /** How the kunya may be written in Arabic: Abu Mohammed as ابومحمد. */
  private List<String> kunyas(Spellings word) {
    var parts = KUNYA.matcher(word.typed());
    if (!parts.matches()) {
      return List.of();
    }
    var opener = IN_ARABIC.get(parts.group(1));
    boolean latin = parts.group(1).charAt(0) < 0x80;
    return latin ? vocabulary.alone(parts.group(2)).alike().stream().map(name -> opener + name).toList() : List.of(opener + parts.group(2));
  }

  private List<Fitting> withTrait(Asked asked) {
    var phone = partOfPhone(asked);
    if (phone.isPresent()) {
      return phone.get();
    }
    return traits.place(asked.text()).map(split -> {
      var rest = Asked.of(split.rest());
      var name = rest.words().stream().map(vocabulary::amongOthers).toList();
      return candidates.ranked(traits.livingAt(split, name), candidate -> Fit.of(name, candidate)).stream().map(Readings::byTrait).toList();
    }).orElse(List.of());
  }

  /** A name and digits of a phone: محمد 4567. */
  private Optional<List<Fitting>> partOfPhone(Asked asked) {
    var digits = asked.words().stream().filter(word -> word.matches("\\d{4,10}")).findFirst();
    return digits.map(part -> {
      var name = asked.words().stream().filter(word -> !word.equals(part)).map(vocabulary::amongOthers).toList();
      var owners = new LinkedHashSet<PartyId>();
      numbers.endings(part, OF_A_PHONE).forEach(ending -> owners.add(ending.party()));
      return candidates.ranked(owners, candidate -> Fit.of(name, candidate)).stream().map(Readings::byTrait).toList();
    });
  }

  private static Fitting byTrait(Fitting fitting) {
    return new Fitting(fitting.candidate(), fitting.fit().byTrait());
  }

  private static List<Fitting> both(List<Fitting> found, List<Fitting> more) {
    if (more.isEmpty()) {
      return found;
    }
    var all = new ArrayList<>(found);
    more.stream().filter(distinctFrom(found)).forEach(all::add);
    return all.stream().sorted(java.util.Comparator.comparing(fitting -> fitting.fit().tier())).toList();
  }

  private static Predicate<Fitting> distinctFrom(List<Fitting> found) {
    return one -> Stream.of(found).flatMap(List::stream).noneMatch(other -> other.hit().id().equals(one.hit().id()));
  }
}
