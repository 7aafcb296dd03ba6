package org.silah.constituents.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.Dossier;
import org.silah.constituents.Fact;
import org.silah.constituents.Field;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Puts files side by side. */
@Component
class MergeSheets {

  private final List<MoreChoices> more;
  private final Shown shown;
  private final Institutions institutions;

  MergeSheets(List<MoreChoices> more, Shown shown, Institutions institutions) {
    this.more = more;
    this.shown = shown;
    this.institutions = institutions;
  }

  /**
   * @param kept who is to stay; null for the file that was opened first
   * @throws UnlikeClients if they are of several kinds, or fewer than two
   */
  MergeSheet of(List<Dossier> clients, @Nullable PartyId kept, Words words) {
    if (clients.size() < 2 || clients.stream().map(client -> client.file().kind()).distinct().count() > 1) {
      throw new UnlikeClients();
    }
    var ordered = new ArrayList<>(clients);
    ordered.sort(Comparator.comparing((Dossier client) -> !client.id().equals(kept)).thenComparing(client -> client.file().fileNumber()));
    var stays = ordered.getFirst().id();
    var zone = institutions.charity().timeZone();
    var choices = new ArrayList<Choice>();
    for (var field : Field.values()) {
      var facts = new LinkedHashMap<PartyId, Fact>();
      var told = new LinkedHashMap<PartyId, String>();
      ordered.forEach(client -> client.known(field, zone).ifPresent(fact -> {
        facts.put(client.id(), fact);
        if (field.sensitive() == null) {
          told.put(client.id(), shown.value(fact, words));
        }
      }));
      if (!facts.isEmpty()) {
        choices.add(Choice.of(field, words.get("constituents.field." + field.code()), facts, told, stays));
      }
    }
    var files = ordered.stream().map(Dossier::id).toList();
    more.forEach(one -> one.of(files, words).stream().filter(asked -> !asked.told().isEmpty()).forEach(asked -> choices.add(Choice.of(asked, stays))));
    return new MergeSheet(List.copyOf(ordered), List.copyOf(choices));
  }
}
