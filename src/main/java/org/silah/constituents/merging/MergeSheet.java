package org.silah.constituents.merging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.silah.constituents.Dossier;
import org.silah.constituents.Field;
import org.silah.constituents.PartyId;

/**
 * Two or more files side by side, before they become one.
 *
 * @param clients two or more of one kind, the file that stays first
 * @param choices what any of them tells, in the order of the profile
 */
record MergeSheet(List<Dossier> clients, List<Choice> choices) {

  /** Goes with another field, and is not asked for by itself. */
  private static final Map<String, String> WITH = Map.of(
      Field.GIVEN_NAME.code(), Field.DISPLAY_NAME.code(), Field.IMPORTANCE_REASON.code(), Field.IMPORTANCE.code(),
      Field.PARENTAGE_REMARK.code(), Field.PARENTAGE.code());

  PartyId stays() {
    return clients.getFirst().id();
  }

  List<Dossier> others() {
    return clients.subList(1, clients.size());
  }

  /** To be decided by a person. What few may see is decided without one: whoever decides need not know that there is something. */
  List<Choice> open() {
    return choices.stream().filter(choice -> choice.isOpen() && choice.seen() && !WITH.containsKey(choice.code())).toList();
  }

  /** What all who say it say alike, or only the file that stays says. */
  List<Choice> settled() {
    return choices.stream().filter(choice -> !choice.isOpen() && choice.seen()).toList();
  }

  /**
   * What is taken from each of the other files.
   *
   * @param chosen by the choice's code, the id of the file whose value was chosen; what is missing is as proposed
   */
  Map<PartyId, Set<String>> theirs(Map<String, String> chosen) {
    var theirs = others().stream().collect(Collectors.toMap(Dossier::id, _ -> (Set<String>) new HashSet<String>(), (one, _) -> one, LinkedHashMap::new));
    var from = new HashMap<String, PartyId>();
    var asked = open().stream().map(Choice::code).toList();
    for (var choice : choices) {
      from.put(choice.code(), choice.told().keySet().stream()
          .filter(file -> asked.contains(choice.code()) && file.toString().equals(chosen.get(choice.code()))).findFirst().orElse(choice.proposed()));
    }
    WITH.forEach((code, leads) -> {
      if (from.containsKey(leads)) {
        from.put(code, from.get(leads));
      }
    });
    from.forEach((code, file) -> {
      if (theirs.containsKey(file) && choices.stream().anyMatch(choice -> choice.code().equals(code) && choice.told().containsKey(file))) {
        theirs.get(file).add(code);
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
