package org.silah.constituents.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.constituents.merging.MoreChoices;
import org.silah.constituents.merging.Told;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Custom fields that files answer differently. Of several choices nothing is asked: all of them hold. */
@Component
class CustomChoices implements MoreChoices {

  private final CustomFields fields;
  private final CustomValues values;
  private final ShownValues shown;

  CustomChoices(CustomFields fields, CustomValues values, ShownValues shown) {
    this.fields = fields;
    this.values = values;
    this.shown = shown;
  }

  @Override
  public List<Asked> of(List<PartyId> files, Words words) {
    var single = fields.all().stream().filter(field -> field.type() != FieldType.CHOICES).toList();
    var seen = fields.seen().stream().map(CustomField::id).toList();
    var held = values.of(files, single);
    var texts = new LinkedHashMap<PartyId, Map<UUID, ShownValue>>();
    held.forEach((file, answers) -> texts.put(file, shown.of(file, answers.values(), words)));
    var named = shown.named(held.values().stream().flatMap(answers -> answers.values().stream()).toList());
    var asked = new ArrayList<Asked>();
    for (var field : single) {
      var told = new LinkedHashMap<PartyId, Told>();
      for (var file : files) {
        var one = held.getOrDefault(file, Map.of()).get(field.id());
        if (one != null) {
          told.put(file, new Told(value(one, named), texts.get(file).get(field.id()).text(), one.source(), one.asOf(), one.recordedAt()));
        }
      }
      asked.add(new Asked(field.column(), field.name(words.language()), seen.contains(field.id()), told));
    }
    return asked;
  }

  /** A client who was named is who that client is now. */
  private static String value(Held held, Map<PartyId, Mention> named) {
    return held.value() instanceof FieldValue.Party(var other) ? String.valueOf(named.get(other).party()) : held.value().toString();
  }
}
