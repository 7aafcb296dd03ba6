package org.silah.constituents.fields;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.springframework.stereotype.Component;

/** Brings together what is asked and known of a client in custom fields, as far as whoever looks may see them. */
@Component
class CustomDossiers {

  private final CustomFields fields;
  private final CustomValues values;
  private final Constituents constituents;

  CustomDossiers(CustomFields fields, CustomValues values, Constituents constituents) {
    this.fields = fields;
    this.values = values;
    this.constituents = constituents;
  }

  /** @throws java.util.NoSuchElementException if there is no such client in sight */
  CustomDossier of(PartyId party) {
    var seen = fields.seen();
    return seen.isEmpty() ? CustomDossier.NOTHING : of(constituents.find(party).orElseThrow(), seen);
  }

  private CustomDossier of(Client client, java.util.List<CustomField> seen) {
    var held = values.of(client.id(), seen);
    var asked = seen.stream().filter(field -> !field.retired() && field.suits(client.kind())).toList();
    var roles = asked.stream().anyMatch(field -> field.need() instanceof Need.WithRole) ? values.roles(client.id()) : Set.<org.silah.constituents.ClientRole>of();
    var missing = Learning.missing(asked, plain(held), roles).stream().map(CustomField::id).collect(Collectors.toSet());
    return new CustomDossier(seen.stream().filter(field -> asked.contains(field) || held.containsKey(field.id())).toList(), held, missing);
  }

  static Map<UUID, FieldValue> plain(Map<UUID, Held> held) {
    var values = new HashMap<UUID, FieldValue>();
    held.forEach((field, one) -> values.put(field, one.value()));
    return values;
  }
}
