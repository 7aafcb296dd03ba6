package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Charity
class CharityTest {

  @Autowired JdbcClient db;

  @Test
  void theProgramWorksAsAUserThatCannotChangeTheTables() {
    assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("silah_app");
    assertThatThrownBy(() -> db.sql("create table access.smuggled (id int)").update()).hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> db.sql("drop table access.audit_entry").update()).hasStackTraceContaining("must be owner");
  }

  @Test
  void theAuditLogCanBeWrittenAndReadButNeverAltered() {
    assertThat(db.sql("select count(*) from access.audit_entry").query(Long.class).single()).isNotNegative();
    for (var alteration : new String[] {"delete from access.audit_entry", "update access.audit_entry set at = at", "truncate access.audit_entry"}) {
      assertThatThrownBy(() -> db.sql(alteration).update()).hasStackTraceContaining("permission denied for table audit_entry");
    }
  }

  @Test
  void arabicNamesCanBeSearchedByTheirParts() {
    var home = db.sql("select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm'").query(String.class).single();
    assertThat(db.sql("select cardinality(" + home + ".show_trgm('أحمد'))").query(Integer.class).single()).isEqualTo(5);
  }
}
