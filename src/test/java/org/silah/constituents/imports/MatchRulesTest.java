package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.kernel.Command;
import org.silah.kernel.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By what the rows of a list are known again is shown and chosen with the list. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class MatchRulesTest {

  private static final String LIST = "الاسم,الجوال,البريد الإلكتروني,تاريخ الميلاد\n";

  @Autowired ImportDesk desk;
  @Autowired Constituents constituents;
  @Autowired List<Command> commands;
  @Autowired JdbcClient db;

  private PartyId known;

  @BeforeEach
  void somebodyIsKnown() {
    if (db.sql("select count(*) from constituents.party").query(Long.class).single() > 0) {
      known = db.sql("select id from constituents.party where display_name = 'غيداق بن ناصر الدوسري'").query((row, _) -> PartyId.of(row.getString("id"))).single();
      return;
    }
    known = constituents.add(NewClient.person("غيداق بن ناصر الدوسري", "staff").phone(PhoneNumber.parse("0551112233", "SA")).email("ghaydaq@example.org")
        .born(null, LocalDate.of(1985, 3, 9)));
    for (int i = 0; i < 40; i++) {
      constituents.add(NewClient.person(List.of("ماجد", "سارة", "خالد", "نورة").get(i % 4) + " " + List.of("سالم", "صالح", "ناصر").get(i % 3) + " " + List.of("الحربي", "العتيبي", "المطيري", "الشهري", "العمري").get(i % 5), "staff"));
    }
    var quiet = new PrintStream(OutputStream.nullOutputStream());
    commands.stream().filter(command -> command.name().equals("duplicates")).findFirst().orElseThrow().run(List.of("search"), InputStream.nullInputStream(), quiet, quiet);
  }

  private Map<String, Object> outcome(String row, String... options) {
    var address = desk.begin("clients", LIST + row + "\n");
    assertThat(desk.confirm(address, desk.proposed(address), options)).hasStatus3xxRedirection();
    return db.sql("select outcome, coalesce(reason, '') as reason from constituents.import_row where import_id = ?::uuid")
        .param(address.substring(address.lastIndexOf('/') + 1)).query().singleRow();
  }

  private static Map<String, Object> is(String outcome, String reason) {
    return Map.of("outcome", outcome, "reason", reason);
  }

  @Test
  void aPhoneOrAnEMailCountsOnlyWhereThatIsChosen() {
    assertThat(outcome("غيداق الدوسري,0551112233,,")).isEqualTo(is("joined", "phone"));
    assertThat(outcome("غيداق الدوسري,0551112233,,", "option_match_phone", "no")).containsEntry("outcome", "new");
    assertThat(outcome("غيداق بن ناصر الدوسري,,ghaydaq@example.org,")).isEqualTo(is("joined", "email"));
    assertThat(outcome("غيداق بن ناصر الدوسري,,ghaydaq@example.org,", "option_match_email", "no")).containsEntry("outcome", "new");
  }

  @Test
  void whoIsLikelyKnownIsToldInThePreviewAndWhoIsCertainlyKnownIsJoinedIfThatIsChosen() {
    var row = "Ghaydaq Nasser Aldosari,,,1985-03-09";
    assertThat(outcome(row)).isEqualTo(is("new", "likely"));
    assertThat(outcome(row, "option_join_certain", "yes")).isEqualTo(is("joined", "certain"));
    assertThat(outcome("Ghaydaq Aldosari,,,1961-11-20", "option_join_certain", "yes")).as("another birth is never certain").containsEntry("outcome", "new");
    var address = desk.begin("clients", LIST + row + "\n" + row + "\n");
    desk.confirm(address, desk.proposed(address), "option_join_certain", "yes");
    assertThat(desk.read(address)).contains("almost certainly the same");
    var before = clients();
    desk.commit(address);
    assertThat(clients()).isEqualTo(before);
    assertThat(db.sql("select count(distinct party_id) from constituents.import_row where import_id = ?::uuid and party_id = ?")
        .params(address.substring(address.lastIndexOf('/') + 1), known.value()).query(Long.class).single()).isEqualTo(1);
  }

  private long clients() {
    return db.sql("select count(*) from constituents.party").query(Long.class).single();
  }
}
