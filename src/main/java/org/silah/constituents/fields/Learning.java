package org.silah.constituents.fields;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Changes;
import org.silah.constituents.ClientRole;
import org.silah.constituents.PartyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Learns values of a client's custom fields, or unlearns them. What was known before stays as a former value. */
@Component
class Learning {

  private static final String WITHHELD = "withheld";

  private final CustomValues values;
  private final Changes changes;

  Learning(CustomValues values, Changes changes) {
    this.values = values;
    this.changes = changes;
  }

  /**
   * All of it is one change; where nothing is new, none.
   *
   * @param told null to unlearn
   * @throws java.util.NoSuchElementException if there is no such client
   */
  @Transactional
  public void learn(PartyId party, Map<CustomField, @Nullable FieldValue> told, String source) {
    changes.begin(party);
    var known = values.of(party, told.keySet());
    var before = new LinkedHashMap<String, @Nullable Object>();
    var after = new LinkedHashMap<String, @Nullable Object>();
    told.forEach((field, value) -> {
      var held = known.containsKey(field.id()) ? known.get(field.id()).value() : null;
      if (!Objects.equals(held, value)) {
        if (value == null) {
          values.end(party, field);
        } else {
          values.put(party, field, value, source);
        }
        before.put(field.code(), told(field, held));
        after.put(field.code(), told(field, value));
      }
    });
    if (!after.isEmpty()) {
      changes.made("client.field.change", party, Map.of("before", before, "after", after, "source", source));
    }
  }

  /**
   * Which of {@code fields} a client may not be without and has not.
   *
   * @param known by the id of the field
   */
  static List<CustomField> missing(Collection<CustomField> fields, Map<UUID, FieldValue> known, Set<ClientRole> roles) {
    var seen = fields.stream().map(CustomField::id).collect(Collectors.toSet());
    return fields.stream().filter(field -> !known.containsKey(field.id()) && isNeeded(field.need(), seen, known, roles)).toList();
  }

  /** What hangs on a field that whoever asks may not see is not asked for: it would tell of that field. */
  private static boolean isNeeded(Need need, Set<UUID> seen, Map<UUID, FieldValue> known, Set<ClientRole> roles) {
    return switch (need) {
      case Need.Never _ -> false;
      case Need.Always _ -> true;
      case Need.WithRole(var role) -> roles.contains(role);
      case Need.WithValue(var other, var option) -> seen.contains(other) && switch (known.get(other)) {
        case FieldValue.Flag(var yes) -> yes;
        case FieldValue.Chosen(var options) -> options.contains(option);
        case null, default -> false;
      };
    };
  }

  /** The audit log is read by people who may not see every field, and never forgets: it says that there was a value, not which. */
  private static @Nullable Object told(CustomField field, @Nullable FieldValue value) {
    if (value == null) {
      return null;
    }
    return field.isForFew() ? WITHHELD : switch (value) {
      case FieldValue.Text(var text) -> text;
      case FieldValue.Number(var number) -> CustomValues.plain(number);
      case FieldValue.Amount(var money) -> money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
      case FieldValue.Day(var day) -> day.toString();
      case FieldValue.Chosen(var ids) -> ids.stream().flatMap(id -> field.option(id).stream()).map(Option::code).toList();
      case FieldValue.Flag(var yes) -> yes;
      case FieldValue.File(var document) -> document.toString();
      case FieldValue.Party(var client) -> client.toString();
    };
  }
}
