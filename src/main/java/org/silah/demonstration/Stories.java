package org.silah.demonstration;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.silah.access.Institutions;
import org.silah.access.StaffMembers;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.families.Bond;
import org.silah.constituents.families.Families;
import org.silah.constituents.families.Position;
import org.silah.constituents.families.Tie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a list does not say: who looks after the great donors, who belongs to which family and what happened in it, who decides where. */
@Component
class Stories {

  private static final int LOOKED_AFTER = 400;
  private static final int DECIDING = 40;

  /** Members stand behind their family in the list, as {@link Household} has them, and so got the numbers after its own. */
  private static final String FAMILIES = """
      select f.id, h.id as head, s.id as spouse, c.id as child
      from published.client f
      join published.client h on h.file_number = f.file_number + 1 and h.kind = 'person'
      join published.client s on s.file_number = f.file_number + 2 and s.kind = 'person'
      join published.client c on c.file_number = f.file_number + 3 and c.kind = 'person'
      where f.kind = 'family'
      order by f.file_number
      """;

  private static final List<String> BOYS = List.of("يوسف", "عمر", "إبراهيم", "سلمان", "أنس", "عبدالإله");
  private static final List<String> GIRLS = List.of("جود", "لمى", "سارة", "ريناد", "حور", "ميار");
  private static final List<String> POSTS = List.of("المدير العام", "رئيس مجلس الإدارة", "الرئيس التنفيذي", "مدير المسؤولية المجتمعية", "أمين الوقف");
  private static final List<String> HER_POSTS = List.of("المديرة التنفيذية", "عضو مجلس الإدارة", "مديرة الاستدامة", "مديرة الشؤون المالية");
  private static final List<String> DESKS = List.of("سكرتارية المدير العام", "إدارة الشراكات", "قسم الزكاة والضريبة", "مكتب العلاقات العامة");
  private static final List<String> SWAYS = List.of(
      "أثر موثق بالأرقام", "زيارة يرى فيها المستفيدين", "تزكية من يثق به", "أن يُذكر اسم المنشأة في التقرير السنوي", "سرعة الرد واكتمال الأوراق");
  private static final List<String> REACHES = List.of("عن طريق مكتبه صباحًا", "رسالة قصيرة ثم موعد", "بعد صلاة العصر", "في اجتماع المجلس أول كل شهر");

  private record Family(UUID id, UUID head, UUID spouse, UUID child) {}

  private final JdbcClient db;
  private final Constituents constituents;
  private final Families families;
  private final StaffMembers staff;
  private final Institutions institutions;

  Stories(JdbcClient db, Constituents constituents, Families families, StaffMembers staff, Institutions institutions) {
    this.db = db;
    this.constituents = constituents;
    this.families = families;
    this.staff = staff;
    this.institutions = institutions;
  }

  @Transactional
  void tell() {
    var donors = ids(db.sql("select party_id from published.donor order by base_minor desc, party_id limit ?").param(LOOKED_AFTER));
    staff.named("salem").ifPresent(officer -> constituents.lookAfter(donors, officer.id()));
    var known = db.sql(FAMILIES).query(Family.class).list();
    for (var family : known) {
      families.join(new PartyId(family.id), new PartyId(family.head), Position.HEAD, null);
      families.join(new PartyId(family.id), new PartyId(family.spouse), Position.SPOUSE, null);
      families.join(new PartyId(family.id), new PartyId(family.child), Position.CHILD, null);
    }
    var strangers = strangers();
    for (int i = 0; i < known.size(); i++) {
      happens(i, known.get(i), strangers);
    }
    var bodies = ids(db.sql("select id from published.client where kind in ('organisation', 'agency') order by file_number limit ?").param(DECIDING));
    for (int i = 0; i < bodies.size(); i++) {
      decide(i, bodies.get(i), strangers);
    }
  }

  /** Each family has one of some histories, so that there is one of each to look at. */
  private void happens(int i, Family family, Map<Client.Gender, Deque<PartyId>> strangers) {
    var id = new PartyId(family.id);
    var head = new PartyId(family.head);
    var spouse = new PartyId(family.spouse);
    var child = new PartyId(family.child);
    if (i % 7 < 5) {
      families.nameByMembers(id);
    }
    switch (i % 7) {
      case 0 -> {
        families.born(id, of(BOYS, i), Client.Gender.MALE, ago(2_000 + i), null);
        families.born(id, of(GIRLS, i), Client.Gender.FEMALE, ago(300 + i), null);
      }
      case 1 -> {
        var died = ago(500 + i);
        families.born(id, of(BOYS, i), Client.Gender.MALE, ago(3_000 + i), null);
        families.died(head, died);
        families.lead(id, spouse, died.plusDays(40));
        one(strangers, Client.Gender.MALE, uncle -> families.tie(Bond.WASI, uncle, child, died.plusDays(60), Tie.Told.nothing()));
      }
      case 2 -> one(strangers, Client.Gender.FEMALE, second -> {
        families.born(id, of(GIRLS, i), Client.Gender.FEMALE, ago(4_500 + i), null);
        families.marry(id, head, second, ago(4_000));
        families.born(id, of(BOYS, i), Client.Gender.MALE, ago(3_000 + i), second);
        families.born(id, of(GIRLS, i + 1), Client.Gender.FEMALE, ago(1_000 + i), second);
        families.born(id, of(BOYS, i + 1), Client.Gender.MALE, ago(700 + i), spouse);
      });
      case 3 -> one(strangers, opposite(child), spouseOfChild -> families.found(id, child, spouseOfChild, ago(700 + i)));
      case 4 -> one(strangers, Client.Gender.MALE, neighbour -> families.tie(Bond.REFERRER, neighbour, head, ago(1_200 + i), Tie.Told.nothing()));
      default -> { }
    }
  }

  private void decide(int i, PartyId body, Map<Client.Gender, Deque<PartyId>> strangers) {
    one(strangers, Client.Gender.MALE, person -> families.tie(Bond.DECISION_MAKER, person, body, ago(800 + 30L * i), new Tie.Told(
        of(POSTS, i), Tie.Influence.HIGH, Tie.Style.values()[i % Tie.Style.values().length], of(SWAYS, i), of(REACHES, i), null)));
    if (i % 2 == 0) {
      one(strangers, Client.Gender.FEMALE, person -> families.tie(Bond.DECISION_MAKER, person, body, ago(400 + 20L * i), new Tie.Told(
          of(HER_POSTS, i / 2), Tie.Influence.MEDIUM, Tie.Style.CONSULTS, of(SWAYS, i + 2), null, null)));
    }
    one(strangers, i % 3 == 0 ? Client.Gender.FEMALE : Client.Gender.MALE,
        person -> families.tie(Bond.CONTACT, person, body, ago(200 + 10L * i), Tie.Told.post(of(DESKS, i))));
  }

  /** People of no family, each to be drawn once. */
  private Map<Client.Gender, Deque<PartyId>> strangers() {
    var strangers = new EnumMap<Client.Gender, Deque<PartyId>>(Client.Gender.class);
    for (var gender : Client.Gender.values()) {
      strangers.put(gender, new ArrayDeque<>());
    }
    for (var id : ids(db.sql("select id from published.client where kind = 'person' and household_id = id order by file_number limit ?").param(LOOKED_AFTER))) {
      constituents.find(id).map(Client::gender).ifPresent(gender -> strangers.get(gender).add(id));
    }
    return strangers;
  }

  private static void one(Map<Client.Gender, Deque<PartyId>> strangers, Client.Gender gender, Consumer<PartyId> story) {
    var drawn = strangers.get(gender).poll();
    if (drawn != null) {
      story.accept(drawn);
    }
  }

  private Client.Gender opposite(PartyId person) {
    return constituents.find(person).map(Client::gender).orElse(null) == Client.Gender.FEMALE ? Client.Gender.MALE : Client.Gender.FEMALE;
  }

  private LocalDate ago(long days) {
    return institutions.today().minusDays(days);
  }

  private static <T> T of(List<T> some, int i) {
    return some.get(i % some.size());
  }

  private static List<PartyId> ids(JdbcClient.StatementSpec query) {
    return query.query(UUID.class).list().stream().map(PartyId::new).toList();
  }
}
