package org.silah.constituents.knowing;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** What is wanted of clients, what was confirmed, and how the base was known each day; how it is known today is made anew. */
@Component
class KnowledgeInCopy implements Copied {

  private final KnowledgeFollowing following;

  KnowledgeInCopy(KnowledgeFollowing following) {
    this.following = following;
  }

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.knowledge_rule", "item, part, kinds, months, seconds, asked, place").inPlaceOfOurs(),
        CopiedTable.of("constituents.knowledge_weight", "of, item, weight").inPlaceOfOurs(),
        CopiedTable.of("constituents.knowledge_call", "only_one, seconds, questions").inPlaceOfOurs(),
        CopiedTable.of("constituents.confirmation", "id, party_id, item, source, was, as_of, recorded_at, recorded_by"),
        CopiedTable.of("constituents.knowledge_day", "day, branch_id, kind, part, asked_weight, known_weight, fresh_weight, accurate_weight"));
  }

  @Override
  public Map<String, String> derived() {
    return Map.of(
        "constituents.client_knowledge", "the follower of changes",
        "constituents.knowledge_tally", "the follower of changes",
        "constituents.knowledge_band", "the follower of changes",
        "constituents.knowledge_identity", "the follower of changes",
        "constituents.knowledge_follower", "the follower of changes",
        "constituents.knowledge_due", "the follower of changes");
  }

  @Override
  public void makeAnew() {
    following.beginAnew();
  }
}
