package org.silah.constituents.merging;

import java.util.List;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Who was merged with whom, and all it takes to undo it. */
@Component
class MergesInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.merge", "id, kept_id, gone_id, theirs, merged_at, merged_by, undone_at, undone_by"),
        CopiedTable.of("constituents.merge_row", "merge_id, what, moved, taken"));
  }
}
