package org.silah.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who takes a complete copy away, and that it is known. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(FrontDoor.class)
class CopyPagesTest {

  @Autowired FrontDoor door;
  @Autowired JdbcClient db;

  @Test
  void onlyAnAdministratorWhoMayLookAtEverythingTakesACopyAndItIsWrittenDown() throws IOException {
    db.sql("delete from access.role_right where role = 'administrator'").update();
    long before = taken();
    var administrator = door.as(Role.ADMINISTRATOR);
    assertThat(Browser.body(administrator.get("/settings/copy"))).contains("Your role may not look at", "Health").doesNotContain("Download a complete copy");
    assertThat(administrator.post("/settings/copy")).hasStatus(422);
    assertThat(taken()).isEqualTo(before);
    assertThat(door.as(Role.DIRECTOR).get("/settings/copy")).hasStatus(403);

    db.sql("insert into access.role_right (role, sensitive) select 'administrator', unnest(array['health', 'religion', 'parentage', 'protected_address'])").update();
    assertThat(Browser.body(administrator.get("/settings/copy"))).contains("Download a complete copy").doesNotContain("Your role may not look at");
    var answer = administrator.post("/settings/copy");
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("Content-Disposition")).matches("attachment; filename=\"silah-copy-\\d{4}-\\d\\d-\\d\\d\\.zip\"");
    assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    var names = new ArrayList<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).startsWith("README.ar.txt", "README.en.txt").contains("data/constituents.party.csv", "data/giving.gift.csv").endsWith(Manifest.NAME);
    assertThat(taken()).isEqualTo(before + 1);
  }

  @Test
  void whileAnImportIsBeingSavedThereIsNoCopy() {
    db.sql("insert into access.role_right (role, sensitive) select 'administrator', unnest(array['health', 'religion', 'parentage', 'protected_address']) on conflict do nothing").update();
    db.sql("""
        insert into constituents.import (id, kind, state, file_name, file_bytes, format, header_row, headers, fields, region, language, begun_on, asked_by, created_at, created_by, branch_id)
        values (gen_random_uuid(), 'clients', 'committing', 'a.xlsx', 1, 'xlsx', 1, '{}', '{}', 'SA', 'ar', '2026-01-01', 'staff', now(), 'staff', '01900000-0000-7000-8000-000000000001')""").update();
    var administrator = door.as(Role.ADMINISTRATOR);
    administrator.get("/settings/copy");
    long before = taken();
    assertThat(Browser.body(administrator.post("/settings/copy"))).contains("An import is being saved");
    assertThat(taken()).isEqualTo(before);
    db.sql("delete from constituents.import").update();
  }

  private long taken() {
    return db.sql("select count(*) from access.audit_entry where action = 'copy.write'").query(Long.class).single();
  }
}
