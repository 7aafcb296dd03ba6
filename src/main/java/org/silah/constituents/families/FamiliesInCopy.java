package org.silah.constituents.families;

import java.util.List;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Families over time, with the deeds that made them, and ties. */
@Component
class FamiliesInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.family_deed", "id, kind, happened_on, opened, recorded_at, recorded_by"),
        CopiedTable.of("constituents.family_member", """
            family_id, member_id, position, since, until, id, began, ended, shares_address, source, recorded_at, recorded_by,
            end_recorded_at, end_recorded_by, begun_by, ended_by, import_id"""),
        CopiedTable.of("constituents.household", "family_id, proposed_name, salutation"),
        CopiedTable.of("constituents.tie", """
            id, kind, what, from_id, to_id, since, until, ended, post, influence, decision_style, sways, reach, note, source,
            recorded_at, recorded_by, end_recorded_at, end_recorded_by, begun_by, ended_by, as_of, import_id"""));
  }
}
