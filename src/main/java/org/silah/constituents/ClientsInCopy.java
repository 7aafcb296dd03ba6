package org.silah.constituents;

import java.util.List;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Clients with everything that is told of them. */
@Component
class ClientsInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.party", """
            id, file_number, kind, agency_bearing, display_name, name_key, latin_name, title, given_name, father_name,
            grandfather_name, family_name, kunya, gender, birth_on, nationality, language, officer_id, source, import_id,
            created_at, created_by, updated_at, removed_at, removed_reason, home_branch_id, seen_by, deceased, died_on, died_by,
            merged_into"""),
        CopiedTable.of("constituents.party_branch", "party_id, branch_id, since, until, reason, import_id, recorded_at, recorded_by"),
        CopiedTable.of("constituents.party_role", """
            id, party_id, role, started_on, ended_on, end_reason, source, import_id, recorded_at, recorded_by, end_recorded_at,
            end_recorded_by"""),
        CopiedTable.of("constituents.phone", "party_id, e164, label, source, as_of, import_id, recorded_at, recorded_by"),
        CopiedTable.of("constituents.email", "party_id, address, label, source, as_of, import_id, recorded_at, recorded_by"),
        CopiedTable.of("constituents.identity", "kind, issuer, number, party_id, source, as_of, import_id, recorded_at, recorded_by"),
        CopiedTable.of("constituents.address", """
            id, party_id, country, region, city, district, street, building, postcode, short_code, source, as_of, import_id,
            recorded_at, recorded_by, protected"""),
        CopiedTable.of("constituents.consent", "id, party_id, channel, topic, state, evidence, source, import_id, at, recorded_by"),
        CopiedTable.of("constituents.fact", "id, party_id, code, value, source, as_of, import_id, recorded_at, recorded_by, superseded_at"),
        CopiedTable.of("constituents.note", "id, party_id, text, at, written_by, import_id"));
  }

  @Override
  public List<String> sequences() {
    return List.of("constituents.file_number");
  }
}
