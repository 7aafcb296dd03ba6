package org.silah.constituents;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.access.Rights;
import org.silah.constituents.text.Given;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Learns facts about a client, or unlearns them. What was known before stays as a former fact. */
@Component
public class Knowledge {

  private static final Set<Field> NAMING = Set.of(Field.DISPLAY_NAME, Field.LATIN_NAME, Field.GENDER);

  private static final String WITHHELD = "withheld";

  private final Clients clients;
  private final Facts facts;
  private final Names names;
  private final FieldValues values;
  private final Rights rights;
  private final Changes changes;
  private final Recording recording;

  Knowledge(Clients clients, Facts facts, Names names, FieldValues values, Rights rights, Changes changes, Recording recording) {
    this.clients = clients;
    this.facts = facts;
    this.names = names;
    this.values = values;
    this.rights = rights;
    this.changes = changes;
    this.recording = recording;
  }

  /** What one change does to one field. */
  private record Step(@Nullable String before, @Nullable String after) {}

  /**
   * @param typed by field, empty to unlearn; all of it is one change
   * @throws Mistakes by the fields' codes, for what is no value of its field
   * @throws org.springframework.security.access.AccessDeniedException for a sensitive field, without the right
   * @throws NoSuchElementException if there is no such client, or no such field of one of its kind
   */
  @Transactional
  public void learn(PartyId party, Map<Field, String> typed, String source) {
    changes.begin(party);
    typed.keySet().stream().map(Field::sensitive).filter(Objects::nonNull).forEach(rights::demand);
    var file = clients.file(party).orElseThrow();
    var steps = steps(file, typed);
    if (!steps.isEmpty()) {
      take(file, steps, source);
      if (steps.keySet().stream().anyMatch(NAMING::contains)) {
        changes.made("client.change", party, detail(steps, source), new ClientRenamed(party, recording.now()));
      } else {
        changes.made("client.change", party, detail(steps, source));
      }
    }
  }

  private Map<Field, Step> steps(ClientFile file, Map<Field, String> typed) {
    var known = facts.present(file.id());
    var steps = new EnumMap<Field, Step>(Field.class);
    var mistakes = new Mistakes();
    typed.forEach((field, text) -> {
      if (!field.suits(file.kind())) {
        throw new NoSuchElementException();
      }
      try {
        var before = value(file, known, field);
        var after = values.read(field, text);
        if (!Objects.equals(before, after)) {
          steps.put(field, new Step(before, after));
        }
      } catch (Unreadable unreadable) {
        mistakes.add(field.code(), unreadable);
      }
    });
    mistakes.raise();
    return steps;
  }

  private @Nullable String value(ClientFile file, Map<Field, Fact> known, Field field) {
    if (field.column() != null) {
      return file.known().get(field);
    }
    if (field.sensitive() != null) {
      return facts.look(file.id(), field).map(Fact::value).orElse(null);
    }
    return known.containsKey(field) ? known.get(field).value() : null;
  }

  private void take(ClientFile file, Map<Field, Step> steps, String source) {
    var changed = file;
    for (var step : steps.entrySet()) {
      var after = step.getValue().after;
      if (after == null) {
        facts.end(file.id(), step.getKey());
      } else {
        facts.put(file.id(), step.getKey(), after, source);
      }
      changed = step.getKey().column() == null ? changed : changed.with(step.getKey(), after);
    }
    if (changed != file) {
      clients.update(steps.containsKey(Field.GIVEN_NAME) ? changed : renamed(file, changed));
    }
    if (!changed.nameKeys().equals(file.nameKeys())) {
      names.replace(file.id(), file.nameKeys(), changed.nameKeys());
    }
  }

  /** What a person is called by follows the name, unless somebody said otherwise. */
  private static ClientFile renamed(ClientFile before, ClientFile after) {
    var follows = Objects.equals(before.known().get(Field.GIVEN_NAME), Given.of(before.displayName()));
    return before.kind() == ClientKind.PERSON && follows && !before.displayName().equals(after.displayName())
        ? after.with(Field.GIVEN_NAME, Given.of(after.displayName()))
        : after;
  }

  /** The audit log is read by people without the right, and never forgets: it says that there was a value, not which. */
  private static @Nullable String told(Field field, @Nullable String value) {
    return value == null || field.sensitive() == null ? value : WITHHELD;
  }

  private static Map<String, Object> detail(Map<Field, Step> steps, String source) {
    var before = new LinkedHashMap<String, @Nullable Object>();
    var after = new LinkedHashMap<String, @Nullable Object>();
    steps.forEach((field, step) -> {
      before.put(field.code(), told(field, step.before));
      after.put(field.code(), told(field, step.after));
    });
    return Map.of("before", before, "after", after, "source", source);
  }
}
