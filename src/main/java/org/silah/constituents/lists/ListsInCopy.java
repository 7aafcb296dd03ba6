package org.silah.constituents.lists;

import java.util.List;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** How people look at the list of clients, and what was done for many. */
@Component
class ListsInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.list_columns", "staff_id, columns"),
        CopiedTable.of("constituents.client_view", "id, staff_id, name, query, shared, opens, made_at"),
        CopiedTable.of("constituents.batch", "id, deed, settings, sight, clients, asked_by, asked_at, finished_at"),
        CopiedTable.of("constituents.batch_client", "batch_id, party_id, outcome, problem"));
  }
}
