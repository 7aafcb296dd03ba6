package org.silah.demonstration;

import java.util.List;
import java.util.UUID;
import org.silah.access.StaffMembers;
import org.silah.constituents.Constituents;
import org.silah.constituents.Member;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a list does not say: who looks after the great donors, and who belongs to which family. */
@Component
class Ties {

  private static final int LOOKED_AFTER = 400;
  private static final int FAMILIES = 120;
  private static final int MEMBERS = 3;

  private final JdbcClient db;
  private final Constituents constituents;
  private final StaffMembers staff;

  Ties(JdbcClient db, Constituents constituents, StaffMembers staff) {
    this.db = db;
    this.constituents = constituents;
    this.staff = staff;
  }

  @Transactional
  void bind() {
    var donors = ids(db.sql("select party_id from published.donor order by base_minor desc, party_id limit ?").param(LOOKED_AFTER));
    staff.named("salem").ifPresent(officer -> constituents.lookAfter(donors, officer.id()));
    var families = first("family", FAMILIES);
    var people = first("person", FAMILIES * MEMBERS);
    for (int i = 0; i < Math.min(families.size(), people.size() / MEMBERS); i++) {
      constituents.joinFamily(families.get(i), people.get(MEMBERS * i), Member.Position.HEAD);
      constituents.joinFamily(families.get(i), people.get(MEMBERS * i + 1), Member.Position.SPOUSE);
      constituents.joinFamily(families.get(i), people.get(MEMBERS * i + 2), Member.Position.CHILD);
    }
  }

  private List<PartyId> first(String kind, int limit) {
    return ids(db.sql("select id from published.client where kind = ? order by file_number limit ?").params(kind, limit));
  }

  private static List<PartyId> ids(JdbcClient.StatementSpec query) {
    return query.query(UUID.class).list().stream().map(PartyId::new).toList();
  }
}
