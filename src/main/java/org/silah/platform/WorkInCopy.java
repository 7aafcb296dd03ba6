package org.silah.platform;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Nothing of it: jobs and tables are each Silah's own. */
@Component
class WorkInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of();
  }

  @Override
  public Map<String, String> leftOut() {
    return Map.of(
        "platform.event_publication", "what a listener still owes; nothing is, when nobody works",
        "platform.scheduled_tasks", "jobs come with the program",
        "platform.flyway_schema_history", "of the tables, not of the charity");
  }
}
