package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.silah.Charities;
import org.silah.access.AuditFinding.Alteration;
import org.silah.access.AuditFinding.Broken;
import org.silah.access.AuditFinding.Sound;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The log is altered in the database itself, by its owner and past the triggers, and the check says where. */
class AuditTamperingTest {

  private static final int ENTRIES = 200;
  private static final int TRIALS = 1_000;
  private static final long SEED = Long.getLong("silah.seed", 20261122L);
  private static final List<String> COLUMNS = List.of("at", "actor_kind", "actor", "action", "subject_kind", "subject", "detail", "hash");

  private static Connection owner;
  private static JdbcClient db;
  private static AuditEntries entries;
  private static final List<AuditHead> exported = new ArrayList<>();

  /** What a trial did and what the check must answer; kind null where two alterations leave the same log. */
  private record Expected(long seq, Alteration kind) {}

  @BeforeAll
  static void aLogOfTwoHundredEntries() throws SQLException {
    owner = Charities.fresh().owner().connect();
    owner.setAutoCommit(false);
    var jdbc = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
    db = JdbcClient.create(jdbc);
    entries = new AuditEntries(jdbc, Clock.fixed(Instant.parse("2026-11-22T08:00:00.123456Z"), ZoneOffset.UTC), JsonMapper.builder().build());
    for (int i = 1; i <= ENTRIES; i++) {
      var actor = i % 3 == 0 ? Actor.SYSTEM : new Actor(Actor.Kind.STAFF, "maha");
      entries.append(List.of(new AuditEntry.New(actor, "gift.record", i % 5 == 0 ? null : "gift", "gift-" + i, Map.of("amount", i, "why", "صدقة"))));
      if (i % 50 == 0) {
        exported.add(entries.head());
      }
    }
    db.sql("alter table access.audit_entry disable trigger all").update();
    owner.commit();
  }

  @AfterAll
  static void close() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void anUntouchedLogIsSound() {
    assertThat(AuditCheck.of(entries, exported)).isInstanceOfSatisfying(Sound.class, sound -> {
      assertThat(sound.head().seq()).isEqualTo(ENTRIES);
      assertThat(sound.exported()).isEqualTo(4);
    });
  }

  @Test
  void noAlterationStaysHiddenAndTheFirstWrongEntryIsNamed() throws SQLException {
    var random = new Random(SEED);
    var kinds = new TreeMap<String, Integer>();
    for (int trial = 0; trial < TRIALS; trial++) {
      int kind = random.nextInt(10);
      var expected = alter(kind, random);
      var finding = AuditCheck.of(entries, exported);
      var told = "trial " + trial + " of kind " + kind + " with seed " + SEED;
      assertThat(finding).as(told).isInstanceOf(Broken.class);
      assertThat(((Broken) finding).seq()).as(told).isEqualTo(expected.seq());
      if (expected.kind() != null) {
        assertThat(((Broken) finding).alteration()).as(told).isEqualTo(expected.kind());
      }
      kinds.merge(((Broken) finding).alteration().name(), 1, Integer::sum);
      owner.rollback();
    }
    assertThat(kinds).containsOnlyKeys("CHANGED", "CUT", "INSERTED", "MISSING", "REORDERED", "REWRITTEN");
  }

  private static Expected alter(int kind, Random random) {
    long k = 1 + random.nextInt(ENTRIES);
    return switch (kind) {
      case 0, 1, 2 -> flip(COLUMNS.get(random.nextInt(COLUMNS.size())), k);
      case 3 -> delete(k);
      case 4 -> deleteAndCloseTheGap(k);
      case 5 -> insertBetween(k);
      case 6 -> insertAtTheEnd();
      case 7 -> reorder(k, 1 + random.nextInt(ENTRIES));
      case 8 -> cut(k, random.nextBoolean());
      case 9 -> rewriteFrom(k);
      default -> throw new IllegalArgumentException();
    };
  }

  private static Expected flip(String column, long k) {
    var value = switch (column) {
      case "at" -> "at + interval '1 microsecond'";
      case "actor_kind" -> "case actor_kind when 'staff' then 'public' else 'staff' end";
      case "detail" -> "replace(detail::text, '{', '{ ')::json";
      case "hash" -> "set_byte(hash, 7, get_byte(hash, 7) # 1)";
      default -> "coalesce(" + column + ", '') || 'x'";
    };
    db.sql("update access.audit_entry set " + column + " = " + value + " where seq = ?").param(k).update();
    return new Expected(k, Alteration.CHANGED);
  }

  private static Expected delete(long k) {
    db.sql("delete from access.audit_entry where seq = ?").param(k).update();
    return new Expected(k, k == ENTRIES ? Alteration.CUT : Alteration.MISSING);
  }

  private static Expected deleteAndCloseTheGap(long k) {
    db.sql("delete from access.audit_entry where seq = ?").param(k).update();
    shift(k + 1, -1);
    return new Expected(k, k == ENTRIES ? Alteration.CUT : k == ENTRIES - 1 ? null : Alteration.MISSING);
  }

  private static Expected insertBetween(long k) {
    shift(k, 1);
    forge(k);
    return new Expected(k, Alteration.INSERTED);
  }

  private static Expected insertAtTheEnd() {
    forge(ENTRIES + 1);
    return new Expected(ENTRIES + 1, Alteration.INSERTED);
  }

  private static Expected reorder(long one, long other) {
    if (one == other) {
      return flip("action", one);
    }
    db.sql("update access.audit_entry set seq = case seq when ? then -1 else -2 end where seq in (?, ?)").params(one, one, other).update();
    db.sql("update access.audit_entry set seq = case seq when -1 then ? else ? end where seq < 0").params(other, one).update();
    return new Expected(Math.min(one, other), Alteration.REORDERED);
  }

  /** @param withHead whether the chain's end is moved back as well, which only the heads kept outside can show */
  private static Expected cut(long k, boolean withHead) {
    db.sql("delete from access.audit_entry where seq >= ?").param(k).update();
    if (withHead) {
      var last = entries.find(k - 1).map(entry -> new AuditHead(entry.seq(), entry.hash())).orElse(AuditHead.NONE);
      setHead(last);
    }
    return new Expected(k, Alteration.CUT);
  }

  /** Changes an entry and computes everything from there on anew, the head too. */
  private static Expected rewriteFrom(long k) {
    flip("action", k);
    var head = k == 1 ? AuditHead.NONE : entries.find(k - 1).map(entry -> new AuditHead(entry.seq(), entry.hash())).orElseThrow();
    for (long seq = k; seq <= ENTRIES; seq++) {
      var hash = entries.find(seq).orElseThrow().hashAfter(head.hash());
      db.sql("update access.audit_entry set hash = ? where seq = ?").params(hash, seq).update();
      head = new AuditHead(seq, hash);
    }
    setHead(head);
    return new Expected((k - 1) / 50 * 50 + 1, Alteration.REWRITTEN);
  }

  private static void shift(long from, int by) {
    db.sql("update access.audit_entry set seq = -(seq + ?) where seq >= ?").params(by, from).update();
    db.sql("update access.audit_entry set seq = -seq where seq < 0").update();
  }

  private static void forge(long seq) {
    db.sql("""
        insert into access.audit_entry (seq, at, actor_kind, action, detail, hash)
        values (?, ?, 'system', 'gift.record', '{}', sha256(?))""")
        .params(seq, java.sql.Timestamp.from(Instant.parse("2026-11-22T08:00:00Z").plus(Duration.ofSeconds(seq))), new byte[] {(byte) seq})
        .update();
  }

  private static void setHead(AuditHead head) {
    db.sql("update access.audit_head set seq = ?, hash = ?").params(head.seq(), head.hash()).update();
  }
}
