package org.silah.constituents.knowing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silah.constituents.knowing.Sums.Both;

/**
 * Which numbers from elsewhere the same clients hold.
 *
 * @param kinds those that anybody holds, in the order of the catalogue
 * @param clients by two kinds; by one kind twice, everybody who holds one
 * @param without how many hold no number at all
 */
record IdentityMatrix(List<String> kinds, Map<String, Map<String, Long>> clients, long without) {

  private static final String NONE = "none";
  private static final List<String> ORDER = List.of("national_id", "residence", "passport", "commercial_register", "licence", "branch_file");

  static IdentityMatrix of(List<Both> all) {
    var clients = new HashMap<String, Map<String, Long>>();
    for (var both : all) {
      clients.computeIfAbsent(both.one(), _ -> new HashMap<>()).put(both.other(), both.clients());
      clients.computeIfAbsent(both.other(), _ -> new HashMap<>()).put(both.one(), both.clients());
    }
    var without = clients.containsKey(NONE) ? clients.remove(NONE).get(NONE) : 0L;
    return new IdentityMatrix(ORDER.stream().filter(clients::containsKey).toList(), clients, without);
  }

  long held(String one, String other) {
    return clients.getOrDefault(one, Map.of()).getOrDefault(other, 0L);
  }
}
