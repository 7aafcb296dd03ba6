package org.silah.constituents.duplicates;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Who is likely one, what people decided of it and what was learnt; what clients are compared by is made anew. */
@Component
class DuplicatesInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.duplicate_decision", "a, b, reason, decided_at, decided_by"),
        CopiedTable.of("constituents.duplicate_pair", "a, b, band, chance, bits, seen, found_at"),
        CopiedTable.of("constituents.duplicate_search", "id, state, done, parts, clients, begun_at, begun_by, finished_at").only("state = 'done'"),
        CopiedTable.of("constituents.likeness_weights", "id, learnt_at, clients, matched, random, one_client, one_household"),
        CopiedTable.of("constituents.name_spelling", "key, spellings, changed_at, changed_by"));
  }

  @Override
  public Map<String, String> derived() {
    return Map.of(
        "constituents.likeness_record", "the follower of changes",
        "constituents.likeness_key", "the follower of changes",
        "constituents.likeness_follower", "begins anew",
        "constituents.likeness_word", "a count by the follower");
  }
}
