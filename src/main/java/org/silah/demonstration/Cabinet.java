package org.silah.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.silah.access.StaffMembers;
import org.silah.constituents.PartyId;
import org.silah.constituents.documents.ClientDocuments;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A few families have brought their papers: some run out soon, one has, one is for few to see. */
@Component
class Cabinet {

  private static final long SEED = 1448;
  private static final int FAMILIES = 4;

  private final JdbcClient db;
  private final ClientDocuments documents;
  private final StaffMembers staff;
  private final Actors actors;
  private final Institutions institutions;
  private final Texts texts;

  Cabinet(JdbcClient db, ClientDocuments documents, StaffMembers staff, Actors actors, Institutions institutions, Texts texts) {
    this.db = db;
    this.documents = documents;
    this.staff = staff;
    this.actors = actors;
    this.institutions = institutions;
    this.texts = texts;
  }

  void fill() {
    var caseWorker = staff.named("noura").orElseThrow();
    actors.as(new Actor(Actor.Kind.STAFF, caseWorker.id().toString()), () -> {
      var random = new Random(SEED);
      var families = families();
      for (int i = 0; i < families.size(); i++) {
        papers(new PartyId(families.get(i)), i, random);
      }
      return families.size();
    });
  }

  private void papers(PartyId family, int which, Random random) {
    var today = institutions.today();
    add(family, "family_card", null, Scans.card(random), "jpg");
    add(family, "national_identity", today.plusDays(200L * which + 12), Scans.card(random), "jpg");
    add(family, "lease", today.plusDays(90L * which - 20), Scans.letter(List.of("LEASE AGREEMENT", "", "Landlord: Al Nasim Real Estate", "Rent: SAR 18,000 a year, paid in two parts",
        "Term: one year from the day of signing")), "pdf");
    if (which == 0) {
      add(family, "medical_report", null, Scans.letter(List.of("MEDICAL REPORT", "", "Department of Cardiology", "Follow-up every three months.")), "pdf");
    }
  }

  private void add(PartyId party, String kind, @Nullable LocalDate expiresOn, byte[] file, String extension) {
    var title = texts.in(Language.AR).get("demonstration.document." + kind);
    try (var bytes = new ByteArrayInputStream(file)) {
      documents.add(party, kind, title, expiresOn, title + "." + extension, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<UUID> families() {
    return db.sql("select id from published.client where kind in ('family', 'person') order by kind, file_number limit ?").param(FAMILIES).query(UUID.class).list();
  }
}
