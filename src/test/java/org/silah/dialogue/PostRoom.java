package org.silah.dialogue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.silah.access.Role;
import org.silah.access.Staff;
import org.silah.access.StaffMembers;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.silah.kernel.Ids;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people that the tests of dialogue write to, and what reaches them. */
@TestComponent
class PostRoom {

  private static final AtomicInteger COUNT = new AtomicInteger();

  final JdbcClient db;
  final Dialogue dialogue;
  final WallClock clock;
  private final MailSettings settings;
  private final GateSettings gate;
  private final Relay relay;
  private final StaffMembers staff;
  Sink sink;

  PostRoom(JdbcClient db, Dialogue dialogue, WallClock clock, MailSettings settings, GateSettings gate, Relay relay, StaffMembers staff) {
    this.db = db;
    this.dialogue = dialogue;
    this.clock = clock;
    this.settings = settings;
    this.gate = gate;
    this.relay = relay;
    this.staff = staff;
    db.sql("""
        insert into access.institution (name_ar, name_en, licence_number, currency, region, time_zone, public_url, mail_from, mail_reply_to)
        values ('جمعية البر', 'Al-Birr Society', '1234', 'SAR', 'SA', 'Asia/Riyadh', 'https://birr.example', 'thanks@birr.example', 'salem@birr.example')
        on conflict (only_one) do update
        set name_ar = excluded.name_ar, name_en = excluded.name_en, licence_number = excluded.licence_number, public_url = excluded.public_url,
          mail_from = excluded.mail_from, mail_reply_to = excluded.mail_reply_to""").update();
  }

  /** An empty outbox, a server that works, the usual rules, ten o'clock. */
  void open() throws IOException {
    close();
    clock.set(WallClock.TEN);
    db.sql("update dialogue.message set state = 'cancelled', reason = 'test' where state in ('queued', 'claimed', 'sending')").update();
    db.sql("delete from dialogue.suppressed_address").update();
    db.sql("delete from dialogue.template").update();
    gate.change(new GateSetting(java.time.LocalTime.of(21, 0), java.time.LocalTime.of(8, 0), 4, 7));
    settings.change(new MailSetting(null, null, MailSetting.WhenUncertain.HOLD));
    relay.works();
    startServer(0);
  }

  void startServer(int port) throws IOException {
    sink = Sink.open(port, 1000, clock);
    settings.offer(server(sink));
  }

  static MailServer server(Sink sink) {
    return new MailServer("127.0.0.1", sink.port(), MailServer.Security.NONE, null, null);
  }

  void close() throws IOException {
    if (sink != null) {
      sink.close();
    }
  }

  Staff officer() {
    return staff.named("salem").orElseGet(() ->
        staff.add("salem", "سالم الغامدي", "Salem Alghamdi", "salem@birr.example", java.util.Set.of(Role.DONOR_RELATIONS), "x", false));
  }

  /** @param gender null for unknown */
  PartyId client(String name, String address, String language, String gender) {
    return client(name, address, language, gender, "person", officer().id());
  }

  PartyId client(String name, String address, String language, String gender, String kind, UUID officer) {
    var id = PartyId.next();
    db.sql("""
        insert into constituents.party (id, kind, display_name, name_key, gender, language, officer_id, source, created_at, updated_at)
        values (?, ?, ?, 'x', ?, ?, ?, 'test', now(), now())""")
        .params(id.value(), kind, name, gender, language, officer)
        .update();
    if (address != null) {
      address(id, address);
    }
    return id;
  }

  PartyId anyone() {
    return client("نورة الشمري", "noura" + COUNT.incrementAndGet() + "@people.example", "ar", "female");
  }

  void address(PartyId party, String address) {
    db.sql("insert into constituents.email (party_id, address, source, as_of, recorded_at) values (?, ?, 'test', current_date, now())")
        .params(party.value(), address)
        .update();
  }

  String addressOf(PartyId party) {
    return db.sql("select address from published.email where party_id = ?").param(party.value()).query(String.class).single();
  }

  void answer(PartyId party, Topic topic, boolean granted) {
    db.sql("""
        insert into constituents.consent (id, party_id, channel, topic, state, evidence, source, at)
        values (?, ?, 'email', ?, ?, 'test', 'test', now())""")
        .params(Ids.next(), party.value(), topic.code(), granted ? "granted" : "refused")
        .update();
  }

  void remove(PartyId party) {
    db.sql("update constituents.party set removed_at = now(), removed_reason = 'test' where id = ?").param(party.value()).update();
  }

  /** Thanks for a gift of zakat; the key is new. */
  MessageId thank(PartyId party) {
    return send(thanks(party, "thanks:" + UUID.randomUUID()));
  }

  static NewMessage thanks(PartyId party, String key) {
    return message(party, key, Topic.THANKS, "thanks.zakat",
        Map.of("amount", "1,250 ريال سعودي", "purpose", "زكاة", "designation", "", "date", "22 نوفمبر 2026م"));
  }

  static NewMessage message(PartyId party, String key, Topic topic, String kind, Map<String, String> context) {
    return new NewMessage(key, party, topic, kind, kind, _ -> context, "gift:" + key);
  }

  MessageId send(NewMessage message) {
    dialogue.send(message);
    return dialogue.find(message.key()).orElseThrow();
  }

  record State(String state, String reason, String smtpReply, String basis, int attempts) {}

  State state(MessageId id) {
    return db.sql("select state, reason, smtp_reply, basis, attempts from dialogue.message where id = ?").param(id.value()).query(State.class).single();
  }

  /** The texts that left for this client, in order. */
  List<String> letters(PartyId party) {
    return db.sql("select body from dialogue.message where party_id = ? and state = 'sent' order by sending_at, id").param(party.value()).query(String.class).list();
  }

  List<Sink.Received> received(PartyId party) {
    var address = addressOf(party);
    return sink.newest(1000).stream().filter(mail -> mail.to().contains(address)).toList();
  }

  /** The one mail that reached the client. */
  MimeMessage mail(PartyId party) throws MessagingException {
    var mails = received(party);
    if (mails.size() != 1) {
      throw new AssertionError(mails.size() + " mails reached " + party);
    }
    return parse(mails.getFirst());
  }

  static MimeMessage parse(Sink.Received mail) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.content()));
  }

  static String text(MimeMessage mail) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
  }

  static String html(MimeMessage mail) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
  }
}
