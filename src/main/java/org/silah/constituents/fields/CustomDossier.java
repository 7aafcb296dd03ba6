package org.silah.constituents.fields;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silah.constituents.ProfilePanel.Group;

/**
 * What whoever looks may know of one client in custom fields.
 *
 * @param fields that are asked of such a client, and those that were answered before they were retired
 * @param held by the id of the field
 * @param missing ids of fields that the client may not be without and has not
 */
record CustomDossier(List<CustomField> fields, Map<UUID, Held> held, Set<UUID> missing) {

  static final CustomDossier NOTHING = new CustomDossier(List.of(), Map.of(), Set.of());

  List<CustomField> of(Group group) {
    return fields.stream().filter(field -> field.group() == group).toList();
  }

  List<CustomField> known(Group group) {
    return of(group).stream().filter(field -> held.containsKey(field.id())).toList();
  }

  List<CustomField> unknown(Group group) {
    return of(group).stream().filter(field -> !held.containsKey(field.id())).toList();
  }
}
