package org.silah.constituents.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.TwoBranches;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Views are kept and shared without showing anybody more than they see; deeds for many are the same deeds, client by client. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(TwoBranches.class)
class ViewsAndBatchesTest {

  @Autowired TwoBranches charity;
  @Autowired BatchWork work;
  @Autowired JdbcClient db;

  @Test
  void aViewIsSavedRenamedOpenedWithAndDeletedByItsOwnerAlone() {
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients?all=yes");
    var saved = maha.post("/clients/views", "name", "متطوعون بلا جوال", "role", "volunteer", "phone", "no", "order", "newest");
    var at = saved.getResponse().getRedirectedUrl();
    assertThat(at).contains("role=volunteer", "phone=no", "order=newest");
    var id = at.replaceAll(".*view=", "");
    var page = Browser.body(maha.get(at));
    assertThat(page).contains("متطوعون بلا جوال").containsPattern("view=" + id + "\" aria-current=\"page\"");
    maha.post("/clients/views/" + id, "name", "بلا جوال", "role", "volunteer", "phone", "no");
    assertThat(Browser.body(maha.get("/clients?all=yes"))).contains("<bdi>بلا جوال</bdi>").doesNotContain("order=newest&amp;view");
    maha.post("/clients/views/" + id + "/opening");
    assertThat(maha.get("/clients").getResponse().getRedirectedUrl()).contains("role=volunteer", "view=" + id);
    maha.post("/clients/views/" + id + "/opening");
    assertThat(maha.get("/clients")).hasStatusOk();
    // another person neither sees nor changes it
    var director = charity.whole(Role.DIRECTOR);
    assertThat(Browser.body(director.get("/clients?view=" + id))).doesNotContain("بلا جوال");
    for (var deed : List.of("", "/removal", "/opening", "/sharing")) {
      assertThat(director.post("/clients/views/" + id + deed, "name", "لي")).as(deed).hasStatus(404);
    }
    assertThat(charity.whole(Role.CASE_WORKER).post("/clients/views/" + id + "/sharing")).hasStatus(403);
    maha.post("/clients/views/" + id + "/removal");
    assertThat(Browser.body(maha.get("/clients?all=yes"))).doesNotContain("بلا جوال");
    assertThat(actions("view.")).contains("view.save", "view.change", "view.open-with", "view.remove");
  }

  @Test
  void aViewNeedsANameAndKeepsNothingThatIsNotOnOurLists() {
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients?all=yes");
    assertThat(maha.post("/clients/views", "name", "  ", "role", "donor").getResponse().getRedirectedUrl()).isEqualTo("/clients?role=donor");
    assertThat(maha.post("/clients/views", "name", "ا".repeat(61)).getResponse().getRedirectedUrl()).isEqualTo("/clients");
    var at = maha.post("/clients/views", "name", "غريب", "role", "king' or 1=1", "order", "name; drop table x", "class", "<b>", "smuggled", "yes").getResponse().getRedirectedUrl();
    assertThat(at).matches("/clients\\?view=[0-9a-f-]{36}");
    assertThat(db.sql("select query from constituents.client_view where name = 'غريب'").query(String.class).single()).isEmpty();
  }

  @Test
  void aSharedViewShowsEachTheirOwnBranchesOnly() {
    var near = charity.client(charity.jeddah(), "عسجد من جدة", "roles", "partner");
    var far = charity.client(charity.riyadh(), "عسجد من الرياض", "roles", "partner");
    var director = charity.whole(Role.DIRECTOR);
    director.get("/clients?all=yes");
    var at = director.post("/clients/views", "name", "الشركاء", "role", "partner").getResponse().getRedirectedUrl();
    assertThat(Browser.body(charity.inJeddah(Role.CASE_WORKER).get("/clients?all=yes"))).doesNotContain("الشركاء");
    director.post("/clients/views/" + at.replaceAll(".*view=", "") + "/sharing", "shared", "yes");
    var worker = charity.inJeddah(Role.CASE_WORKER);
    assertThat(Browser.body(worker.get("/clients?all=yes"))).contains("الشركاء");
    assertThat(Browser.body(worker.get(at))).contains(near.toString()).doesNotContain(far.toString());
    assertThat(Browser.body(director.get(at))).contains(near.toString(), far.toString());
    // naming the other branch leads nobody there
    assertThat(Browser.body(worker.get("/clients?role=partner&branch=" + charity.riyadh().id()))).doesNotContain(far.toString());
  }

  @Test
  void aRoleIsGivenToThoseChosenWithAnEntryForEachAndTheOutcomeTold() {
    var a = charity.client(charity.jeddah(), "ألف البقمي");
    var b = charity.client(charity.jeddah(), "باء البقمي", "roles", "volunteer");
    var c = charity.client(charity.jeddah(), "جيم البقمي");
    var maha = charity.whole(Role.REGISTRAR);
    assertThat(Browser.body(maha.get("/clients/batches/new?client=" + a + "&client=" + b + "&client=nonsense"))).contains("2 clients are selected", "Add a role");
    var at = maha.post("/clients/batches", "deed", "role-take", "role-take-role", "volunteer", "client", a.toString(), "client", b.toString()).getResponse().getRedirectedUrl();
    var told = Browser.body(maha.get(at));
    assertThat(told).contains("Done: 1 client", "Unchanged: 1 client", "ألف البقمي").doesNotContain("At work");
    assertThat(roles(a)).containsExactly("volunteer");
    assertThat(roles(c)).isEmpty();
    assertThat(db.sql("select count(*) from access.audit_entry where action = 'client.role.take' and subject = ?").param(a.toString()).query(Integer.class).single()).isEqualTo(1);
    assertThat(actions("batch.")).contains("batch.begin");
    // only who asked reads it
    assertThat(charity.whole(Role.DONOR_RELATIONS).get(at)).hasStatus(404);
  }

  @Test
  void aMistakeStandsBesideItsBoxAndNothingIsDone() {
    var a = charity.client(charity.jeddah(), "دال البقمي", "roles", "donor");
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/batches/new?client=" + a);
    var noReason = maha.post("/clients/batches", "deed", "role-end", "role-end-role", "donor", "role-end-reason", " ", "client", a.toString());
    assertThat(noReason).hasStatus(422);
    assertThat(Browser.body(noReason)).contains("id=\"role-end-reason-error\"");
    assertThat(maha.post("/clients/batches", "deed", "role-take", "role-take-role", "king", "client", a.toString())).hasStatus(422);
    assertThat(maha.post("/clients/batches", "deed", "drop", "client", a.toString())).hasStatus(422);
    assertThat(maha.post("/clients/batches", "deed", "role-take", "role-take-role", "donor")).hasStatus(422);
    assertThat(maha.post("/clients/batches", "deed", "branch-move", "branch-move-branch", "' or 1=1", "client", a.toString())).hasStatus(422);
    assertThat(roles(a)).containsExactly("donor");
    assertThat(db.sql("select count(*) from constituents.batch_client where party_id = ?").param(a).query(Integer.class).single()).isZero();
  }

  @Test
  void allThatTheListFindsAreMovedThoseBeyondTheFirstInTheBackgroundAndAResultIsToldForEach() {
    var all = new ArrayList<UUID>();
    for (int i = 0; i < 55; i++) {
      all.add(charity.client(charity.jeddah(), "مرجان رقم " + i, "roles", "supporter"));
    }
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/batches/new?role=supporter&all=yes");
    var at = maha.post("/clients/batches", "deed", "branch-move", "branch-move-branch", charity.riyadh().id().toString(), "role", "supporter", "all", "yes").getResponse().getRedirectedUrl();
    assertThat(Browser.body(maha.get(at))).contains("At work", "50 / 55", "Done: 50 clients");
    // in between one left, and one was removed
    var waiting = db.sql("select party_id from constituents.batch_client where batch_id = ? and outcome = 'waiting' order by party_id").param(TwoBranches.idBehind(at)).query(UUID.class).list();
    db.sql("update constituents.party set removed_at = now(), removed_reason = 'test' where id = ?").param(waiting.getFirst()).update();
    work.run(() -> false);
    var told = Browser.body(maha.get(at));
    assertThat(told).doesNotContain("At work").contains("Done: 54 clients", "Not done: 1 client");
    assertThat(db.sql("select count(*) from constituents.party where home_branch_id = ? and id = any (?)").params(charity.riyadh().id(), all.toArray(UUID[]::new)).query(Integer.class).single()).isEqualTo(54);
    assertThat(db.sql("select count(*) from access.audit_entry where action = 'client.branch.move' and subject = any (?)")
        .param(all.stream().map(UUID::toString).toArray(String[]::new)).query(Integer.class).single()).isEqualTo(54);
  }

  @Test
  void nobodyOutOfSightIsReached() {
    var far = charity.client(charity.riyadh(), "بعيد لا يرى", "roles", "employee");
    var near = charity.client(charity.jeddah(), "قريب يرى", "roles", "employee");
    var worker = charity.inJeddah(Role.REGISTRAR);
    assertThat(Browser.body(worker.get("/clients/batches/new?client=" + far + "&client=" + near))).contains("1 client is selected");
    var chosen = worker.post("/clients/batches", "deed", "role-take", "role-take-role", "volunteer", "client", far.toString(), "client", near.toString()).getResponse().getRedirectedUrl();
    var all = worker.post("/clients/batches", "deed", "role-take", "role-take-role", "donor", "role", "employee", "all", "yes").getResponse().getRedirectedUrl();
    assertThat(roles(near)).containsExactlyInAnyOrder("employee", "volunteer", "donor");
    assertThat(roles(far)).containsExactly("employee");
    assertThat(Browser.body(worker.get(chosen)) + Browser.body(worker.get(all))).doesNotContain("بعيد لا يرى", far.toString());
    // one who goes out of sight while the batch waits is left alone, though the job itself sees everybody
    var moved = charity.client(charity.jeddah(), "راحل قريبا", "roles", "employee");
    var id = UUID.randomUUID();
    db.sql("insert into constituents.batch (id, deed, settings, sight, clients, asked_by, asked_at) values (?, 'role-take', '{\"role\":\"partner\"}', array[?::uuid], 1, 'staff:' || ?, now())")
        .params(id, charity.jeddah().id(), charity.member(Role.REGISTRAR).id().toString()).update();
    db.sql("insert into constituents.batch_client (batch_id, party_id) values (?, ?)").params(id, moved).update();
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/" + moved);
    maha.post("/clients/" + moved + "/branch", "branch", charity.riyadh().id().toString());
    work.run(() -> false);
    assertThat(roles(moved)).containsExactly("employee");
    assertThat(db.sql("select outcome from constituents.batch_client where batch_id = ?").param(id).query(String.class).single()).isEqualTo("failed");
  }

  @Test
  void whoMayNotDoItToOneMayNotDoItToMany() {
    var director = charity.whole(Role.DIRECTOR);
    assertThat(director.get("/clients/batches/new")).hasStatus(403);
    assertThat(Browser.body(director.get("/clients?all=yes"))).doesNotContain("name=\"client\"").doesNotContain("/clients/batches");
    assertThat(Pattern.compile("name=\"client\"").matcher(Browser.body(charity.whole(Role.REGISTRAR).get("/clients?order=newest"))).results().count()).isLessThanOrEqualTo(50);
  }

  private List<String> roles(UUID client) {
    return db.sql("select role from constituents.party_role where party_id = ? and ended_on is null").param(client).query(String.class).list();
  }

  private List<String> actions(String beginning) {
    return db.sql("select distinct action from access.audit_entry where starts_with(action, ?)").param(beginning).query(String.class).list();
  }
}
