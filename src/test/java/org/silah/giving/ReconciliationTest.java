package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures that somebody spoilt are found and put right from the gifts. */
@SpringBootTest
@Charity(fresh = true)
@Import(Scene.class)
class ReconciliationTest {

  @Autowired Scene scene;
  @Autowired Giving giving;
  @Autowired Institutions institutions;
  @Autowired Reconciliation reconciliation;
  @Autowired GivingCommand command;
  @Autowired JdbcClient db;

  @Test
  void whatDriftedIsFoundAndNothingElse() {
    var maha = donor("مها سعد");
    var salem = donor("سالم علي");
    var noura = donor("نورة خالد");
    var right = scene.summary(maha);
    assertThat(reconciliation.run().none()).isTrue();
    db.sql("update giving.donor_summary set base_minor = base_minor + 1 where party_id = ?").param(maha.value()).update();
    db.sql("delete from giving.donor_year where party_id = ? and calendar = 'h'").param(salem.value()).update();
    db.sql("insert into giving.donor_summary values (?, 1, 1, 1, current_date, current_date)").param(scene.client("لم يتبرع").value()).update();
    db.sql("update giving.day_total set gifts = gifts + 1 where given_on = '2024-01-05' and slot = (select min(slot) from giving.day_total where given_on = '2024-01-05')")
        .update();
    var drift = reconciliation.run();
    assertThat(drift.donors()).hasSize(3).contains(maha, salem).doesNotContain(noura);
    assertThat(drift.days()).containsExactly(LocalDate.of(2024, 1, 5));
    assertThat(scene.summary(maha)).isEqualTo(right);
    assertThat(reconciliation.run().none()).isTrue();
    assertThat(db.sql("select count(*) from access.audit_entry where action = 'giving.recount'").query(Long.class).single()).isEqualTo(4);
  }

  @Test
  void theCommandTellsWhetherFiguresWereRight() {
    var reem = donor("ريم فهد");
    var number = db.sql("select file_number::text from constituents.party where id = ?").param(reem.value()).query(String.class).single();
    assertThat(run("recompute", "--client", number)).startsWith("0 ");
    db.sql("delete from giving.donor_summary where party_id = ?").param(reem.value()).update();
    assertThat(run("recompute", "--client", number)).startsWith("1 ").contains(number);
    assertThat(scene.summary(reem)).isNotNull();
    assertThat(run("recompute")).startsWith("0 ");
    assertThat(run("recompute", "--client", "7")).startsWith("2 ");
    assertThat(run("recompute", "--client", "x")).startsWith("2 ");
    assertThat(run("count")).startsWith("2 ").contains("giving recompute");
  }

  private PartyId donor(String name) {
    var donor = scene.client(name);
    giving.record(Scene.gift(donor, "100", LocalDate.of(2024, 1, 5)));
    giving.record(Scene.gift(donor, "30.50", LocalDate.of(2025, 6, 1)));
    return donor;
  }

  private String run(String... args) {
    var said = new ByteArrayOutputStream();
    var terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = command.run(List.of(args), new ByteArrayInputStream(new byte[0]), terminal, terminal);
    return code + " " + said.toString(StandardCharsets.UTF_8);
  }
}
