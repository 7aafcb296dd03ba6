package org.silah.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.access.Browser;

/** A copy of everything goes out of one charity, into an empty Silah, and nobody who works there can tell the two apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompleteCopyTest {

  private static final long SEED = 1448;
  private static final String PASSWORD = "silah-demo-1448";
  /** Texts that files, programs for tables and databases like to change on their way. */
  private static final List<String> TEXTS = List.of("", " ", "null", "NULL", "\\N", "\\.", "\"", "\"\"", "'", "''", "'=1", "''=1", "=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "a,b;c\td",
      "first\nsecond\r\nthird", "\u202Eright\u2066left\u2069", "\uFEFFmark", "\u200F", "اَلْعَرَبِيَّةُ ـــ", "👩‍👩‍👧‍👦", "\\x41", "{a,b}", "a\\b", "😀".repeat(200), "'", "\u0001\u001F\u007F");

  @TempDir static Path folder;

  private Premises one;
  private Premises other;
  private Path copy;
  private Map<String, String> passwords;

  @BeforeAll
  void aCharityThatHasLived() throws IOException {
    one = new Premises(folder.resolve("one")).open(true, "silah.demo", "true", "silah.demo.clients", "300");
    live();
    settle(one);
    one.open(false);
    copy = write(one, "one.zip");
    other = new Premises(folder.resolve("other")).open(false);
    passwords = other.bean(CopyReader.class).read(copy).passwords();
  }

  @AfterAll
  void closed() {
    one.close();
    other.close();
  }

  @Test
  void aCopyOfTheOtherIsTheSameInEveryByteButForWhatWasDoneSince() throws IOException {
    var again = files(write(other, "other.zip"));
    var first = files(copy);
    assertThat(again.keySet()).isEqualTo(first.keySet());
    assertThat(first.keySet().stream().filter(name -> name.startsWith(CopyFile.DOCUMENTS))).isNotEmpty();
    var since = new TreeSet<String>();
    first.forEach((name, text) -> {
      if (!again.get(name).equals(text)) {
        since.add(name);
      }
    });
    assertThat(since).containsExactly("data/access.audit_entry.csv", "data/access.audit_head.csv", Manifest.NAME);
    assertThat(again.get("data/access.audit_entry.csv")).startsWith(first.get("data/access.audit_entry.csv"));
    assertThat(other.db().sql("select distinct action from access.audit_entry where seq > ?").param(first.get("data/access.audit_entry.csv").lines().filter(line -> line.matches("[0-9]+,.*")).count())
        .query(String.class).list()).contains("copy.read", "copy.write");
    var said = new ByteArrayOutputStream();
    assertThat(command(other, "audit", List.of("verify"), said)).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void everyTextCameAsItWas() {
    var texts = one.db().sql("select text from constituents.note where written_by = 'hostile' order by text collate \"C\"").query(String.class).list();
    assertThat(texts).hasSameSizeAs(TEXTS.stream().distinct().toList()).containsAll(TEXTS);
    assertThat(other.db().sql("select text from constituents.note where written_by = 'hostile' order by text collate \"C\"").query(String.class).list()).isEqualTo(texts);
    assertThat(other.db().sql("select count(*) from constituents.phone where label = ''").query(Long.class).single()).isEqualTo(1);
    assertThat(other.db().sql("select count(*) from constituents.phone where label is null").query(Long.class).single()).isPositive();
  }

  @Test
  void noCellOfItIsAFormula() throws IOException {
    var cells = Pattern.compile("(?:^|[,\\n])\"?([=+@\\t\\r＝＋－＠]|-(?![0-9.]+[,\\n]))");
    files(copy).forEach((name, text) -> {
      if (name.startsWith("data/constituents.note") || name.startsWith("data/constituents.party") || name.startsWith("data/constituents.phone.")) {
        assertThat(cells.matcher(text.substring(1)).results().map(found -> text.substring(found.start(), Math.min(text.length(), found.end() + 20)))
            .filter(found -> !found.startsWith("\n") || !found.contains("second"))).as(name).isEmpty();
      }
    });
  }

  @Test
  void whatFollowsFromTheRowsIsMadeAnew() {
    for (var made : List.of(
        "select key || '|' || party_id from constituents.name_rotation",
        "select word || '|' || skeleton from constituents.name_word where word in (select split_part(key, ' ', 1) from constituents.name_rotation)",
        "select form || '|' || word from constituents.name_slip where word in (select split_part(key, ' ', 1) from constituents.name_rotation)",
        "select s::text from giving.donor_summary s",
        "select y::text from giving.donor_year y",
        "select t::text from published.day_total t where t.gifts > 0")) {
      assertThat(set(other, made)).as(made).isNotEmpty().isEqualTo(set(one, made));
    }
    assertThat(one.db().sql("select last_value from constituents.file_number").query(Long.class).single())
        .isEqualTo(other.db().sql("select last_value from constituents.file_number").query(Long.class).single());
  }

  @Test
  void whatJobsKeepIsThereWhenTheyHaveRun() throws Exception {
    try (var third = new Premises(folder.resolve("third")).open(false)) {
      third.bean(CopyReader.class).read(copy);
      third.open(true);
      for (var kept : List.of(
          "select k::text from constituents.client_knowledge k",
          "select t::text from constituents.knowledge_tally t where clients > 0",
          "select r::text from constituents.likeness_record r where exists (select from constituents.party p where p.id = r.party_id and p.removed_at is null)",
          "select f.code || f.parties || '|' || f.base_minor from insight.figure f",
          "select d.party_id || d.class || d.value from segments.donor_class d")) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(set(third, kept)).as(kept).isNotEmpty().isEqualTo(set(one, kept)));
      }
      third.open(false);
      letIn(third);
      var here = new Browser(one.web()).signIn("admin", PASSWORD);
      var there = new Browser(third.web()).signIn("admin", PASSWORD);
      for (var address : List.of("/knowledge", "/knowledge/calls", "/settings/knowledge")) {
        assertThat(shown(there.get(address))).as(address).isEqualTo(shown(here.get(address)));
      }
    }
  }

  @Test
  void nobodySignsInWithAnOldPasswordAndAnAdministratorWithANewOne() {
    assertThat(passwords.keySet()).containsExactly("admin");
    var browser = new Browser(other.web());
    for (var name : List.of("admin", "maha")) {
      browser.get("/sign-in");
      var refused = browser.post("/sign-in", "username", name, "password", PASSWORD);
      assertThat(refused.getResponse().getStatus()).isLessThan(500);
      assertThat(new Browser(other.web()).get("/clients").getResponse().getStatus()).isEqualTo(302);
    }
    assertThat(other.db().sql("select count(*) from access.staff where must_change_password").query(Long.class).single())
        .isEqualTo(one.db().sql("select count(*) from access.staff").query(Long.class).single());
    var entered = new Browser(other.web()).signIn("admin", passwords.get("admin"));
    assertThat(entered.get("/clients").getResponse().getRedirectedUrl()).isEqualTo("/account");
  }

  @Test
  void pagesAndProgramsSeeWhatTheySawBefore() throws Exception {
    letIn(other);
    var here = new Browser(one.web()).signIn("admin", PASSWORD);
    var there = new Browser(other.web()).signIn("admin", PASSWORD);
    var addresses = new ArrayList<>(List.of("/clients", "/clients?order=added&columns=constituents.phone", "/gifts", "/pyramid", "/search?q=محمد", "/search?q=Mohammed", "/search?q=محمذ",
        "/duplicates", "/imports", "/settings/fields", "/settings/branches", "/settings/rates", "/messages"));
    one.db().sql("select id from constituents.party where removed_at is null order by id").query(UUID.class).list().stream().limit(120)
        .forEach(id -> addresses.add("/clients/" + id));
    one.db().sql("select id from constituents.party where source <> 'import' order by id desc limit 60").query(UUID.class).list()
        .forEach(id -> addresses.add("/clients/" + id));
    for (var address : addresses) {
      var seen = here.get(address);
      var seenThere = there.get(address);
      assertThat(seenThere.getResponse().getStatus()).as(address).isEqualTo(seen.getResponse().getStatus());
      assertThat(shown(seenThere)).as(address).isEqualTo(shown(seen));
    }
    var program = one.program();
    var programThere = other.program();
    for (var address : List.of("/api/v1/clients?limit=100", "/api/v1/gifts?limit=100", "/api/v1/pyramid", "/api/v1/fields", "/api/v1/search?q=محمد")) {
      assertThat(programThere.get(address)).as(address).isEqualTo(program.get(address)).isNotEmpty();
    }
    for (var id : one.db().sql("select distinct party_id from constituents.document where taken_back_at is null").query(UUID.class).list()) {
      for (var document : one.db().sql("select id from constituents.document where party_id = ? and taken_back_at is null").param(id).query(UUID.class).list()) {
        var file = "/clients/" + id + "/documents/" + document + "/file";
        assertThat(there.get(file).getResponse().getContentAsByteArray()).as(file).isNotEmpty().isEqualTo(here.get(file).getResponse().getContentAsByteArray());
      }
    }
  }

  @Test
  void aCopyIsTakenInOnlyWhereNobodyWas() {
    var said = new ByteArrayOutputStream();
    assertThat(command(one, "copy", List.of("read", copy.toString()), said)).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("--data DIR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"altered", "missing", "longer", "unknown", "escaping", "no manifest", "document altered", "no zip", "rows of nobody", "other columns"})
  void whatIsNotTheCopyThatWasWrittenIsRefusedAndLeavesNothing(String harm) throws IOException {
    try (var empty = new Premises(folder.resolve("empty-" + harm.replace(' ', '-'))).open(false)) {
      var said = new ByteArrayOutputStream();
      assertThat(command(empty, "copy", List.of("read", harmed(harm).toString()), said)).isEqualTo(1);
      assertThat(said.toString(StandardCharsets.UTF_8)).containsAnyOf("Nothing of it was kept", "nothing of it was kept", "no complete copy", "another version");
      assertThat(empty.db().sql("select count(*) from constituents.party").query(Long.class).single()).isZero();
      assertThat(empty.db().sql("select count(*) from access.audit_entry").query(Long.class).single()).isZero();
      assertThat(folder.resolve("empty-" + harm.replace(' ', '-')).resolve("files")).doesNotExist();
    }
  }

  /** Whoever looks at both at once needs the same key; the hash itself is not in any copy. */
  private void letIn(Premises place) throws Exception {
    var hash = one.db().sql("select password_hash from access.staff where username = 'admin'").query(String.class).single();
    place.db().sql("update access.staff set password_hash = ?, must_change_password = false where username = 'admin'").param(hash).update();
    assertThat(files(copy).values()).noneMatch(text -> text.contains(hash));
  }

  private Path harmed(String harm) throws IOException {
    var harmed = folder.resolve("harmed-" + harm.replace(' ', '-') + ".zip");
    if (harm.equals("no zip")) {
      return Files.writeString(harmed, "الاسم,الجوال\n");
    }
    var done = false;
    var was = "none";
    var is = "none";
    try (var from = new ZipFile(copy.toFile()); var to = new ZipOutputStream(Files.newOutputStream(harmed))) {
      for (var entry : from.stream().toList()) {
        var bytes = from.getInputStream(entry).readAllBytes();
        var name = entry.getName();
        if (harm.equals("missing") && name.contains("constituents.fact") || harm.equals("no manifest") && name.equals(Manifest.NAME)) {
          continue;
        }
        if (harm.equals("altered") && name.contains("giving.gift.csv")) {
          bytes[bytes.length / 2] ^= 1;
        }
        if (harm.equals("longer") && name.contains("constituents.phone.csv")) {
          bytes = (new String(bytes, StandardCharsets.UTF_8) + "\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        }
        if (harm.equals("rows of nobody") && name.contains("constituents.phone.csv") || harm.equals("other columns") && name.contains("constituents.fact.csv")) {
          was = sha256(bytes);
          var text = new String(bytes, StandardCharsets.UTF_8);
          bytes = (harm.equals("other columns") ? text.replaceFirst("party_id", "party_di") : text.replaceFirst("\n[0-9a-f]{8}", "\n00000000")).getBytes(StandardCharsets.UTF_8);
          is = sha256(bytes);
        }
        if (name.equals(Manifest.NAME)) {
          bytes = new String(bytes, StandardCharsets.UTF_8).replace(was, is).getBytes(StandardCharsets.UTF_8);
        }
        if (harm.equals("document altered") && !done && name.startsWith(CopyFile.DOCUMENTS)) {
          bytes[0] ^= 1;
          done = true;
        }
        put(to, name, bytes);
      }
      if (harm.equals("unknown")) {
        put(to, "data/constituents.nothing.csv", new byte[] {1});
      }
      if (harm.equals("escaping")) {
        put(to, "../../files/ab/" + "c".repeat(62), new byte[] {1});
      }
    }
    return harmed;
  }

  private static void put(ZipOutputStream to, String name, byte[] bytes) throws IOException {
    to.putNextEntry(new ZipEntry(name));
    to.write(bytes);
    to.closeEntry();
  }

  /** Deeds in an order that the seed says: each a request as programs make it. */
  private void live() {
    var random = new Random(SEED);
    var program = one.program();
    var clients = new ArrayList<UUID>();
    for (int i = 0; i < 60; i++) {
      var odd = TEXTS.get(random.nextInt(TEXTS.size())).strip();
      clients.add(made(program, "/api/v1/clients", "{\"kind\":\"person\",\"name\":%s}".formatted(quoted("عميل " + (char) ('أ' + random.nextInt(20)) + " " + odd))));
    }
    for (int i = 0; i < 80; i++) {
      var gift = made(program, "/api/v1/gifts", "{\"client_id\":\"%s\",\"amount\":\"%s\",\"currency\":\"%s\",\"given_on\":\"2026-0%d-11\",\"purpose\":\"zakat\",\"channel\":\"cash\"}".formatted(
          clients.get(random.nextInt(clients.size())), (1 + random.nextInt(900)) + ".50", "SAR", 1 + random.nextInt(9)));
      if (random.nextInt(4) == 0) {
        program.post("/api/v1/gifts/" + gift + "/reversal", "{\"reason\":%s}".formatted(quoted("خطأ " + random.nextInt())));
      }
    }
    for (int i = 0; i < 12; i++) {
      var answer = program.post("/api/v1/merges", "{\"kept\":\"%s\",\"gone\":[\"%s\"]}".formatted(clients.get(random.nextInt(clients.size())), clients.get(random.nextInt(clients.size()))));
      var merge = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(answer);
      if (merge.find() && random.nextBoolean()) {
        program.post("/api/v1/merges/" + merge.group(1) + "/undoing", "");
      }
    }
    assertThat(one.db().sql("select count(*) filter (where undone_at is null) > 0 and count(*) filter (where undone_at is not null) > 0 from constituents.merge").query(Boolean.class).single()).isTrue();
    assertThat(one.db().sql("select count(*) from giving.gift_reversal").query(Long.class).single()).isPositive();
    var notes = clients.getFirst();
    TEXTS.stream().distinct().forEach(text ->
        one.db().sql("insert into constituents.note (id, party_id, text, at, written_by) values (gen_random_uuid(), ?, ?, now(), 'hostile')").params(notes, text).update());
    one.db().sql("insert into constituents.phone (party_id, e164, label, source, as_of, recorded_at) values (?, '+966500000001', '', 'staff', '2026-01-01', now())").param(notes).update();
    undoneImport();
  }

  private void undoneImport() {
    var list = folder.resolve("list.csv");
    try {
      Files.writeString(list, "الاسم,الجوال\nمن سيذهب أولا,0507770001\nمن سيذهب ثانيا,0507770002\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    command(one, "import", List.of("clients", list.toString(), "--yes"), new ByteArrayOutputStream());
    var id = one.db().sql("select id from constituents.import order by created_at desc limit 1").query(UUID.class).single();
    var browser = new Browser(one.web()).signIn("admin", PASSWORD);
    browser.get("/imports/" + id);
    browser.post("/imports/" + id + "/undoing");
    await().atMost(Duration.ofSeconds(60)).until(() -> one.db().sql("select state from constituents.import where id = ?").param(id).query(String.class).single().equals("undone"));
  }

  private static String quoted(String text) {
    return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
  }

  private static UUID made(Premises.Program program, String path, String json) {
    var answer = program.post(path, json);
    var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(answer);
    assertThat(id.find()).as(answer).isTrue();
    return UUID.fromString(id.group(1));
  }

  private static void settle(Premises place) {
    await().atMost(Duration.ofSeconds(90)).until(() -> place.db().sql("""
        select not exists (select from constituents.import where state in ('committing', 'undoing', 'staging'))
          and not exists (select from segments.stale_mark)
          and not exists (select from constituents.batch where finished_at is null)
          and not exists (select from constituents.knowledge_due)
          and (select max(updated_at) from constituents.party) <= least((select updated_at from constituents.knowledge_follower), (select updated_at from constituents.likeness_follower))
          and not exists (select from constituents.likeness_follower where search_due)
          and (select ranking from insight.count_run) = (select max(run) from segments.pyramid_run)""").query(Boolean.class).single());
  }

  private static Path write(Premises place, String name) throws IOException {
    var file = folder.resolve(name);
    var said = new ByteArrayOutputStream();
    assertThat(command(place, "copy", List.of("write", file.toString()), said)).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return file;
  }

  private static int command(Premises place, String name, List<String> args, ByteArrayOutputStream said) {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return place.command(name).run(args, InputStream.nullInputStream(), out, out);
  }

  private static TreeMap<String, String> files(Path copy) throws IOException {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipFile(copy.toFile())) {
      for (var entry : zip.stream().toList()) {
        files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), entry.getName().startsWith("data/") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static TreeSet<String> set(Premises place, String query) {
    return new TreeSet<>(place.db().sql(query).query(String.class).list());
  }

  /** Without what is another on every visit. */
  private static String shown(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
    return Browser.body(answer).replaceAll("nonce(=|-)\"?[^\"' ]+", "").replaceAll("name=\"_csrf\" (content|value)=\"[^\"]+\"", "").replaceAll("hx-headers='[^']*'", "");
  }

  private static String sha256(byte[] bytes) throws IOException {
    try (var measured = new Measured(java.io.OutputStream.nullOutputStream())) {
      measured.write(bytes);
      return measured.sha256();
    }
  }
}
