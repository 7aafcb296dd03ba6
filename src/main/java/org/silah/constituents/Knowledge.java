package org.silah.constituents;

import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Learns one thing about a client, or unlearns it. What was known before stays as a former fact. */
@Component
class Knowledge {

  private final Clients clients;
  private final Facts facts;
  private final Names names;
  private final FieldValues values;
  private final Changes changes;

  Knowledge(Clients clients, Facts facts, Names names, FieldValues values, Changes changes) {
    this.clients = clients;
    this.facts = facts;
    this.names = names;
    this.values = values;
    this.changes = changes;
  }

  /**
   * @param typed empty to unlearn
   * @throws org.silah.kernel.Unreadable if it is no value of this field
   * @throws NoSuchElementException if there is no such client, or no such field of one of its kind
   */
  @Transactional
  public void learn(PartyId party, Field field, @Nullable String typed, String source) {
    changes.begin(party);
    var file = clients.file(party).orElseThrow();
    if (!field.suits(file.kind())) {
      throw new NoSuchElementException();
    }
    var before = value(file, field);
    var after = values.read(field, typed);
    if (!Objects.equals(before, after)) {
      put(file, field, after, source);
      changes.made("client.change", party, detail(field, before, after, source));
    }
  }

  private @Nullable String value(ClientFile file, Field field) {
    if (field.column() != null) {
      return file.known().get(field);
    }
    var fact = facts.present(file.id()).get(field);
    return fact == null ? null : fact.value();
  }

  private void put(ClientFile file, Field field, @Nullable String value, String source) {
    if (value == null) {
      facts.end(file.id(), field);
    } else {
      facts.put(file.id(), field, value, source);
    }
    if (field.column() != null) {
      var changed = renamed(file, file.with(field, value));
      clients.update(changed);
      if (!changed.nameKeys().equals(file.nameKeys())) {
        names.replace(file.id(), file.nameKeys(), changed.nameKeys());
      }
    }
  }

  /** What a person is called by follows the name, unless somebody said otherwise. */
  private static ClientFile renamed(ClientFile before, ClientFile after) {
    var follows = Objects.equals(before.known().get(Field.GIVEN_NAME), Given.of(before.displayName()));
    return before.kind() == ClientKind.PERSON && follows && !before.displayName().equals(after.displayName())
        ? after.with(Field.GIVEN_NAME, Given.of(after.displayName()))
        : after;
  }

  private static LinkedHashMap<String, Object> detail(Field field, @Nullable String before, @Nullable String after, String source) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("field", field.code());
    detail.put("before", before);
    detail.put("after", after);
    detail.put("source", source);
    return detail;
  }
}
