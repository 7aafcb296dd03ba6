package org.silah.constituents.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.access.Branch;
import org.silah.access.Institutions;
import org.silah.access.Sights;
import org.silah.constituents.imports.ImportKind.Field;
import org.silah.constituents.text.Typed;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with an import, on the page and in the shell. The work itself is done by {@link Work}. */
@Component
class Steps {

  private static final int LONGEST_NAME = 200;

  private final Imports imports;
  private final ImportFiles files;
  private final Opening opening;
  private final Proposal proposal;
  private final Mappings mappings;
  private final ImportKinds kinds;
  private final Reasons reasons;
  private final Work work;
  private final ImportJobs jobs;
  private final Institutions institutions;
  private final Sights sights;
  private final Actors actors;
  private final Audit audit;
  private final Clock clock;

  Steps(Imports imports, ImportFiles files, Opening opening, Proposal proposal, Mappings mappings, ImportKinds kinds,
      Reasons reasons, Work work, ImportJobs jobs, Institutions institutions, Sights sights, Actors actors, Audit audit, Clock clock) {
    this.imports = imports;
    this.files = files;
    this.opening = opening;
    this.proposal = proposal;
    this.mappings = mappings;
    this.kinds = kinds;
    this.reasons = reasons;
    this.work = work;
    this.jobs = jobs;
    this.institutions = institutions;
    this.sights = sights;
    this.actors = actors;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file in and proposes how to read it.
   *
   * @param announced its size as the sender says, -1 if unknown
   * @param branch id, code or name of the one whose list it is; that of whoever hands it in if nothing is said
   * @throws Unreadable if there is no such branch in sight
   * @throws ImportRefused if it is no list, or too large; then nothing is kept
   */
  @Transactional(rollbackFor = IOException.class)
  public Import receive(String kind, String fileName, InputStream file, long announced, @Nullable String branch) throws IOException {
    var id = ImportId.next();
    var scan = opening.scan(announced);
    files.add(id, file, scan);
    var beginning = opening.look(id, scan);
    var charity = institutions.charity();
    var settings = new ImportSettings(
        id, taking(branch), charity.region(), Language.AR, defaults(kinds.get(kind)), institutions.today());
    var by = actors.current().code();
    var fresh = new Import(
        id, kind, ImportState.COLUMNS, name(fileName), scan.bytes(), beginning.shape(),
        new Columns(beginning.headers(), fields(kind, beginning)), beginning.sample(), settings, Map.of(), 1, 0, 0, 0, 0, null, List.of(), 0,
        clock.instant().truncatedTo(ChronoUnit.MICROS), by, by, null, null);
    imports.add(fresh);
    audit.record("import.receive", "import", id, Map.of("kind", kind, "bytes", scan.bytes(), "format", beginning.shape().format().code()));
    return fresh;
  }

  /** Reads the file another way: encoding, delimiter, sheet, row of the headers. */
  @Transactional(rollbackFor = IOException.class)
  public Import readAs(ImportId id, FileShape shape) throws IOException {
    var job = hold(id, Set.of(ImportState.COLUMNS));
    var beginning = opening.look(id, shape);
    imports.read(id, beginning, fields(job.kind(), beginning));
    return imports.get(id);
  }

  /** Another kind of list, with columns proposed for it. */
  @Transactional
  public Import turnInto(ImportId id, String kind) {
    var job = hold(id, Set.of(ImportState.COLUMNS));
    var settings = job.settings();
    imports.choose(id, kind, fields(kind, new Beginning(job.shape(), job.columns().headers(), job.sample())),
        new ImportSettings(id, settings.branch(), settings.region(), settings.language(), defaults(kinds.get(kind)), settings.today()),
        1, job.shape().certain());
    return imports.get(id);
  }

  /**
   * Confirms the columns; the file is then read and matched.
   *
   * @param saveAs name under which the columns are kept for the next list of its kind
   * @throws ColumnsMissing if one is missing that must be there
   */
  @Transactional
  public Import confirm(ImportId id, List<String> fields, ImportSettings settings, @Nullable String saveAs) {
    var job = hold(id, Set.of(ImportState.COLUMNS, ImportState.PREVIEW));
    var columns = job.columns().with(checked(job, fields));
    sights.taking(settings.branch().id());
    var kind = kinds.get(job.kind());
    var chosen = checked(kind, settings);
    var unfolding = kind.unfolding(columns.headers(), columns.fields(), chosen);
    imports.choose(id, job.kind(), columns.fields(), chosen, unfolding == null ? 1 : unfolding.width(), true);
    var name = Typed.optional(saveAs, LONGEST_NAME);
    if (name != null) {
      mappings.save(job.kind(), name, columns, actors.current().code());
    }
    return ask(id, ImportState.STAGING);
  }

  /** Back from the preview to the columns. */
  @Transactional
  public Import reconsider(ImportId id) {
    hold(id, Set.of(ImportState.PREVIEW));
    imports.enter(id, ImportState.COLUMNS);
    return imports.get(id);
  }

  @Transactional
  public Import commit(ImportId id) {
    var job = hold(id, Set.of(ImportState.PREVIEW, ImportState.BROKEN));
    if (job.goingThrough() == 0 || job.lastRow() == 0 || job.undoneRow() > 0) {
      throw new ImportNotNow();
    }
    sights.taking(job.settings().branch().id());
    imports.begunCommitting(id, clock.instant());
    audit.record("import.commit", "import", id, Map.of("kind", job.kind(), "rows", job.counts()));
    return ask(id, ImportState.COMMITTING);
  }

  @Transactional
  public Import undo(ImportId id) {
    var job = hold(id, Set.of(ImportState.DONE, ImportState.BROKEN));
    if (job.doneRow() == 0 && job.undoneRow() == 0 && job.state() == ImportState.BROKEN) {
      throw new ImportNotNow();
    }
    audit.record("import.undo.ask", "import", id, Map.of("kind", job.kind()));
    return ask(id, ImportState.UNDOING);
  }

  /** Gives up before anything was written. */
  @Transactional
  public void discard(ImportId id) {
    var job = hold(id, Set.of(ImportState.COLUMNS, ImportState.STAGING, ImportState.PREVIEW));
    work.clear(job);
    work.clearRows(job);
    imports.enter(id, ImportState.DISCARDED);
    imports.finished(id, clock.instant());
    audit.record("import.discard", "import", id, Map.of("kind", job.kind()));
  }

  /** A command does the work itself; should it be killed, a server takes it up. */
  private Import ask(ImportId id, ImportState state) {
    var actor = actors.current();
    imports.ask(id, state, actor.code());
    var job = imports.get(id);
    if (actor.kind() == Actor.Kind.COMMAND) {
      jobs.askAfter(job, ImportJobs.BELIEVED_DEAD);
    } else {
      jobs.ask(job);
    }
    return job;
  }

  private Import hold(ImportId id, Set<ImportState> expected) {
    var job = imports.hold(id);
    if (!expected.contains(job.state())) {
      throw new ImportNotNow();
    }
    return job;
  }

  /** As they were read before, by a name or in the last import; else what they seem to be. A file of failed rows ends with their reasons. */
  private List<String> fields(String kind, Beginning beginning) {
    var headers = beginning.headers();
    if (!headers.isEmpty() && reasons.isTheirs(headers.getLast())) {
      var known = new ArrayList<>(fields(kind, beginning.withoutLast()));
      known.add(Columns.LEFT_OUT);
      return known;
    }
    return mappings.forHeaders(kind, headers)
        .or(() -> imports.fieldsOfLast(kind, headers))
        .orElseGet(() -> proposal.propose(kinds.get(kind), headers, beginning.sample()));
  }

  /** The columns as they were saved under {@code mapping}, for this file. */
  Optional<List<String>> saved(Import job, String mapping) {
    return mappings.named(job.kind(), mapping, job.columns().headers());
  }

  private List<String> checked(Import job, List<String> fields) {
    var known = kinds.fields(kinds.get(job.kind()));
    var chosen = new ArrayList<String>();
    var taken = new HashSet<String>();
    for (int i = 0; i < job.columns().width(); i++) {
      var field = i < fields.size() && known.containsKey(fields.get(i)) ? fields.get(i) : Columns.LEFT_OUT;
      boolean twice = !taken.add(field) && !field.equals(Columns.LEFT_OUT) && !known.get(field).several();
      if (twice) {
        throw new ColumnTwice(known.get(field));
      }
      chosen.add(field);
    }
    var missing = missing(kinds.get(job.kind()), chosen);
    if (!missing.isEmpty()) {
      throw new ColumnsMissing(missing);
    }
    return chosen;
  }

  /** Fields that must be there and are not. Without a name there is no client. */
  List<Field> missing(ImportKind kind, List<String> chosen) {
    var missing = new ArrayList<>(kind.missing(chosen));
    if (!kind.names(chosen)) {
      missing.addFirst(kinds.fields(kind).get(ClientFields.NAME));
    }
    return missing;
  }

  private static ImportSettings checked(ImportKind kind, ImportSettings settings) {
    var options = new HashMap<>(defaults(kind));
    for (var option : ImportKinds.options(kind)) {
      var value = settings.options().getOrDefault(option.code(), option.byDefault());
      if (option.choices().isEmpty() ? !value.matches("\\d{1,4}") : !option.choices().containsKey(value)) {
        throw new Unreadable("constituents.choice.unknown");
      }
      options.put(option.code(), value);
    }
    return new ImportSettings(
        settings.id(), settings.branch(), settings.region(), settings.language(), options, settings.today());
  }

  /** A branch that takes new clients, of those in sight. */
  Branch taking(@Nullable String typed) {
    var asked = Typed.optional(typed, LONGEST_NAME);
    return sights.taking(sights.called(asked).orElseThrow(() -> new Unreadable("constituents.branch.none-called", asked)).id());
  }

  private static Map<String, String> defaults(ImportKind kind) {
    var options = new HashMap<String, String>();
    ImportKinds.options(kind).forEach(option -> options.put(option.code(), option.byDefault()));
    return options;
  }

  /** The last part of what a browser calls the file. */
  private static String name(String fileName) {
    var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    var clean = PersonName.clean(name.replace("\0", ""));
    int length = clean.codePointCount(0, clean.length());
    return length == 0 ? "?" : clean.substring(0, clean.offsetByCodePoints(0, Math.min(length, LONGEST_NAME)));
  }
}
