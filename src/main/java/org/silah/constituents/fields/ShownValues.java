package org.silah.constituents.fields;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.constituents.documents.ClientDocuments;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** How values of custom fields are shown to a reader, and written into lists. */
@Component
class ShownValues {

  private final Mentions mentions;
  private final ClientDocuments documents;

  ShownValues(Mentions mentions, ClientDocuments documents) {
    this.mentions = mentions;
    this.documents = documents;
  }

  /** In the order of {@code held}, by the id of the field. */
  Map<UUID, ShownValue> of(PartyId party, Collection<Held> held, Words words) {
    var named = named(held);
    var titles = held.stream().anyMatch(one -> one.value() instanceof FieldValue.File) ? documents.titles(party) : Map.<UUID, String>of();
    var shown = new java.util.LinkedHashMap<UUID, ShownValue>();
    held.forEach(one -> shown.put(one.field().id(), shown(party, one, named, titles, words)));
    return shown;
  }

  private ShownValue shown(PartyId party, Held held, Map<PartyId, Mention> named, Map<UUID, String> titles, Words words) {
    return switch (held.value()) {
      case FieldValue.Text(var text) -> ShownValue.of(text);
      case FieldValue.Number(var number) -> ShownValue.of(CustomValues.plain(number));
      case FieldValue.Amount(var money) -> new ShownValue(words.amount(money), null, money, null);
      case FieldValue.Day(var day) -> new ShownValue(Shown.day(day, words), null, null, day);
      case FieldValue.Chosen(var ids) -> ShownValue.of(options(held.field(), ids, words, words.get("constituents.comma")));
      case FieldValue.Flag(var yes) -> ShownValue.of(words.get(yes ? "constituents.fields.yes" : "constituents.fields.no"));
      case FieldValue.File(var id) -> titles.containsKey(id)
          ? new ShownValue(titles.get(id), "/clients/" + party + "/documents/" + id, null, null)
          : ShownValue.of(words.get("constituents.fields.file.unseen"));
      case FieldValue.Party(var other) -> client(named.get(other), words);
    };
  }

  private static ShownValue client(Mention client, Words words) {
    if (client.name() == null) {
      return ShownValue.of(words.get("constituents.fields.client.unseen"));
    }
    return new ShownValue(client.name(), "/clients/" + client.party(), null, null);
  }

  private static String options(CustomField field, List<UUID> ids, Words words, String between) {
    return ids.stream().flatMap(id -> field.option(id).stream()).map(option -> option.name(words.language())).collect(Collectors.joining(between));
  }

  /** As a list has it, so that an import reads it back; by client and the id of the field. */
  Map<PartyId, Map<UUID, String>> cells(Map<PartyId, Map<UUID, Held>> held, Words words) {
    var named = named(held.values().stream().flatMap(one -> one.values().stream()).toList());
    var cells = new HashMap<PartyId, Map<UUID, String>>();
    held.forEach((party, values) -> {
      var row = new HashMap<UUID, String>();
      values.forEach((id, one) -> row.put(id, cell(one, named, words)));
      cells.put(party, row);
    });
    return cells;
  }

  private static String cell(Held held, Map<PartyId, Mention> named, Words words) {
    return switch (held.value()) {
      case FieldValue.Text(var text) -> text;
      case FieldValue.Number(var number) -> CustomValues.plain(number);
      case FieldValue.Amount(var money) -> money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
      case FieldValue.Day(var day) -> day.toString();
      case FieldValue.Chosen(var ids) -> options(held.field(), ids, words, "; ");
      case FieldValue.Flag(var yes) -> words.get(yes ? "constituents.fields.yes" : "constituents.fields.no");
      case FieldValue.File _ -> "";
      case FieldValue.Party(var other) -> named.get(other).fileNumber() == null ? "" : String.valueOf(named.get(other).fileNumber());
    };
  }

  /** The clients that values name, as they are now. */
  Map<PartyId, Mention> named(Collection<Held> held) {
    var parties = new LinkedHashSet<PartyId>();
    for (var one : held) {
      if (one.value() instanceof FieldValue.Party(var other)) {
        parties.add(other);
      }
    }
    return mentions.of(parties);
  }
}
