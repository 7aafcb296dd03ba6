package org.silah.constituents.duplicates;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.silah.constituents.likeness.WholeList;
import org.silah.kernel.Command;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code silah duplicates score FILE --truth COLUMN}: how well duplicates would be found in a list whose truth is known, by what
 * the list itself tells; the base is neither read nor written. {@code silah duplicates search}: the whole base is searched now.
 */
@Component
class DuplicatesCommand implements Command {

  private static final int REFUSED = 1;
  private static final int MISUSED = 2;
  /** Weights are learnt from pairs drawn blindly; the same list gets the same answer. */
  private static final int SEED = 7;

  private final Following following;
  private final SearchWork work;
  private final Proposals proposals;
  private final Spellings spellings;
  private final Institutions institutions;
  private final Actors actors;
  private final JsonMapper json;
  private final Texts texts;

  DuplicatesCommand(Following following, SearchWork work, Proposals proposals, Spellings spellings, Institutions institutions, Actors actors, JsonMapper json,
      Texts texts) {
    this.following = following;
    this.work = work;
    this.proposals = proposals;
    this.actors = actors;
    this.spellings = spellings;
    this.institutions = institutions;
    this.json = json;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String usage() {
    return say(words -> words.get("constituents.duplicates.usage"));
  }

  @Override
  public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    if (args.equals(List.of("search"))) {
      return search(out, err);
    }
    if (args.size() != 4 || !args.getFirst().equals("score") || !args.get(2).equals("--truth")) {
      err.println(usage());
      return MISUSED;
    }
    var file = read(args.get(1), err);
    if (file == null) {
      return REFUSED;
    }
    var truth = file.column(args.get(3)).map(Truth::of);
    if (truth.isEmpty()) {
      err.println(say(words -> words.get("constituents.duplicates.no-column", args.get(3), String.join(", ", file.headers()))));
      return REFUSED;
    }
    var understood = file.understood();
    understood.remove(args.get(3));
    if (understood.isEmpty()) {
      err.println(say(words -> words.get("constituents.duplicates.nothing-to-compare", String.join(", ", file.headers()))));
      return REFUSED;
    }
    out.println(say(words -> words.get("constituents.duplicates.compared", understood.entrySet().stream()
        .map(column -> column.getKey() + " = " + column.getValue()).collect(Collectors.joining(", ")))));
    var list = new WholeList(file.traits(args.get(3), institutions.charity().region()), spellings.variants());
    out.println(json.writeValueAsString(told(file.rows().size(), truth.get().of(list.pairs(new Random(SEED))))));
    return 0;
  }

  private int search(PrintStream out, PrintStream err) {
    long start = System.nanoTime();
    while (following.step() > 0) {
      // until all changes are followed
    }
    long followed = System.nanoTime();
    if (!work.begin(actors.current().code())) {
      out.println(say(words -> words.get("constituents.duplicates.going-on")));
    }
    work.runToTheEnd();
    var counts = proposals.counts();
    var told = new LinkedHashMap<String, Object>();
    told.put("certain", counts.getOrDefault(Band.CERTAIN, 0L));
    told.put("review", counts.getOrDefault(Band.REVIEW, 0L));
    told.put("following_seconds", (followed - start) / 1e9);
    told.put("searching_seconds", (System.nanoTime() - followed) / 1e9);
    out.println(say(words -> words.get("constituents.duplicates.searched", told.get("certain"), told.get("review"))));
    out.println(json.writeValueAsString(told));
    return 0;
  }

  private static Map<String, Object> told(int records, Truth.Score score) {
    var told = new LinkedHashMap<String, Object>();
    told.put("records", records);
    told.put("pairs", score.pairs());
    told.put("true_pairs", score.truePairs());
    told.put("precision", score.precision());
    told.put("recall", score.recall());
    told.put("f1", score.f1());
    // readers of the line know the measure by either name
    told.put("F1", score.f1());
    return told;
  }

  private @Nullable PeopleFile read(String name, PrintStream err) {
    try {
      return PeopleFile.read(Path.of(name));
    } catch (IOException | CsvParseException | java.nio.file.InvalidPathException e) {
      err.println(say(words -> words.get("constituents.duplicates.unreadable", name)));
      return null;
    }
  }

  private String say(Function<Words, String> sentence) {
    return texts.ofTerminal().stream().map(sentence).collect(Collectors.joining(System.lineSeparator()));
  }
}
