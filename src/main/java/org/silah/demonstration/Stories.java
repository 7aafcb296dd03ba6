package org.silah.demonstration;

import java.util.List;
import java.util.UUID;
import org.silah.access.StaffMembers;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.families.Families;
import org.silah.constituents.families.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a list does not say: who looks after the great donors, and who belongs to which family. */
@Component
class Stories {

  private static final int LOOKED_AFTER = 400;

  /** Members stand behind their family in the list, as {@link Household} has them, and so got the numbers after its own. */
  private static final String FAMILIES = """
      select f.id, h.id as head, s.id as spouse, c.id as child
      from published.client f
      join published.client h on h.file_number = f.file_number + 1 and h.kind = 'person'
      join published.client s on s.file_number = f.file_number + 2 and s.kind = 'person'
      join published.client c on c.file_number = f.file_number + 3 and c.kind = 'person'
      where f.kind = 'family'
      order by f.file_number
      """;

  private record Family(UUID id, UUID head, UUID spouse, UUID child) {}

  private final JdbcClient db;
  private final Constituents constituents;
  private final Families families;
  private final StaffMembers staff;

  Stories(JdbcClient db, Constituents constituents, Families families, StaffMembers staff) {
    this.db = db;
    this.constituents = constituents;
    this.families = families;
    this.staff = staff;
  }

  @Transactional
  void tell() {
    var donors = ids(db.sql("select party_id from published.donor order by base_minor desc, party_id limit ?").param(LOOKED_AFTER));
    staff.named("salem").ifPresent(officer -> constituents.lookAfter(donors, officer.id()));
    for (var family : db.sql(FAMILIES).query(Family.class).list()) {
      families.join(new PartyId(family.id), new PartyId(family.head), Position.HEAD, null);
      families.join(new PartyId(family.id), new PartyId(family.spouse), Position.SPOUSE, null);
      families.join(new PartyId(family.id), new PartyId(family.child), Position.CHILD, null);
    }
  }

  private static List<PartyId> ids(JdbcClient.StatementSpec query) {
    return query.query(UUID.class).list().stream().map(PartyId::new).toList();
  }
}
