package org.silah.constituents.merging;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Dossier;
import org.silah.constituents.Fact;
import org.silah.constituents.Field;
import org.silah.constituents.PartyId;

/**
 * Two or more files side by side, before they become one.
 *
 * @param clients two or more of one kind, the file that stays first
 * @param choices the fields that any of them tells, in the order of the profile
 */
record MergeSheet(List<Dossier> clients, List<Choice> choices) {

  /** Goes with another field, and is not asked for by itself. */
  private static final Map<Field, Field> WITH = Map.of(Field.GIVEN_NAME, Field.DISPLAY_NAME, Field.IMPORTANCE_REASON, Field.IMPORTANCE, Field.PARENTAGE_REMARK, Field.PARENTAGE);

  /**
   * @param kept who is to stay; null for the file that was opened first
   * @throws UnlikeClients if they are of several kinds, or fewer than two
   */
  static MergeSheet of(List<Dossier> clients, @Nullable PartyId kept, ZoneId zone) {
    if (clients.size() < 2 || clients.stream().map(client -> client.file().kind()).distinct().count() > 1) {
      throw new UnlikeClients();
    }
    var ordered = new ArrayList<>(clients);
    ordered.sort(Comparator.comparing((Dossier client) -> !client.id().equals(kept)).thenComparing(client -> client.file().fileNumber()));
    var stays = ordered.getFirst().id();
    var choices = new ArrayList<Choice>();
    for (var field : Field.values()) {
      var facts = new LinkedHashMap<PartyId, Fact>();
      ordered.forEach(client -> client.known(field, zone).ifPresent(fact -> facts.put(client.id(), fact)));
      if (!facts.isEmpty()) {
        choices.add(Choice.of(field, facts, stays));
      }
    }
    return new MergeSheet(List.copyOf(ordered), List.copyOf(choices));
  }

  PartyId stays() {
    return clients.getFirst().id();
  }

  List<Dossier> others() {
    return clients.subList(1, clients.size());
  }

  /** To be decided by a person. A sensitive fact stays as it was learnt last: whoever decides need not know that there is one. */
  List<Choice> open() {
    return choices.stream().filter(choice -> choice.isOpen() && choice.field().sensitive() == null && !WITH.containsKey(choice.field())).toList();
  }

  /** What all who say it say alike, or only the file that stays says. */
  List<Choice> settled() {
    return choices.stream().filter(choice -> !choice.isOpen() && choice.field().sensitive() == null).toList();
  }

  /**
   * Which facts are taken from each of the other files.
   *
   * @param chosen by the field's code, the id of the file whose value was chosen; what is missing is as proposed
   */
  Map<PartyId, Set<String>> theirs(Map<String, String> chosen) {
    var theirs = others().stream().collect(Collectors.toMap(Dossier::id, _ -> (Set<String>) new HashSet<String>(), (one, _) -> one, LinkedHashMap::new));
    var from = new HashMap<Field, PartyId>();
    var asked = open().stream().map(Choice::field).toList();
    for (var choice : choices) {
      from.put(choice.field(), choice.facts().keySet().stream()
          .filter(file -> asked.contains(choice.field()) && file.toString().equals(chosen.get(choice.field().code()))).findFirst().orElse(choice.proposed()));
    }
    WITH.forEach((field, leads) -> {
      if (from.containsKey(leads)) {
        from.put(field, from.get(leads));
      }
    });
    from.forEach((field, file) -> {
      if (theirs.containsKey(file) && choices.stream().anyMatch(choice -> choice.field() == field && choice.facts().containsKey(file))) {
        theirs.get(file).add(field.code());
      }
    });
    return theirs;
  }

  /** Of what was seen; another one means that somebody changed a file meanwhile. */
  String version() {
    return clients.stream().sorted(Comparator.comparing(client -> client.id().toString()))
        .map(client -> client.id() + "@" + client.file().updatedAt()).collect(Collectors.joining(" "));
  }
}
