package org.silah.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.silah.kernel.PhoneNumber;
import org.silah.constituents.merging.Merging;
import java.time.LocalDate;
import java.util.Set;
import org.awaitility.Awaitility;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.AgencyBearing;
import org.silah.access.Branch;
import org.silah.constituents.Channel;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.silah.constituents.families.Families;
import org.silah.constituents.families.Position;
import org.silah.giving.GiftChannel;
import org.silah.giving.GiftId;
import org.silah.giving.Giving;
import org.silah.giving.NewGift;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The demonstration, small, with one of each thing that pages can show; and the addresses of them. */
@TestComponent
class Sights {

  static final String PASSWORD = "silah-demo-1448";
  private static final String LIST = """
      الاسم;الجوال;المدينة
      لولوة بنت عبدالعزيز التركي;0501239001;الرس
      لولوة بنت عبدالعزيز التركي;0501239001;
      منال التركي;12;
      <b>Jamila</b> al-Turki, of a name that is long enough to need more than one line on any phone;0501239002;=1+1
      """;

  private static final String FAMILIES = """
      رقم ملف الأسرة;اسم رب الأسرة;رقم الهوية;اسم الزوجة;أسماء الأبناء;تواريخ ميلاد الأبناء
      900;ماجد بن سعود بن عبدالعزيز التركي;1090909091;Featherstonehaugh-Cholmondeley Catherine;سعود، لولوة، عبدالعزيز;1430/01/01، 1433/02/02، 1440/03/03
      901;فيصل التركي;1090909092;منيرة الدخيل;سعود، نوف;1430/01/01
      """;
  private static final String TIES = """
      الاسم;الجوال;العلاقة;الطرف الآخر;المنصب
      ثنيان بن ماجد التركي;0501239301;مسؤول الاتصال;منشأة لا نعرفها;مدير المسؤولية الاجتماعية
      ماجد التركي;0501239302;أب;ثنيان التركي;
      ثنيان التركي;0501239303;موظف;ماجد التركي;كاتب
      """;

  private final JdbcClient db;
  private final Constituents constituents;
  private final Merging merging;
  private final Families families;
  private final Giving giving;
  private final StaffMembers staff;
  private final PasswordEncoder passwords;

  Sights(JdbcClient db, Constituents constituents, Merging merging, Families families, Giving giving, StaffMembers staff, PasswordEncoder passwords) {
    this.db = db;
    this.constituents = constituents;
    this.merging = merging;
    this.families = families;
    this.giving = giving;
    this.staff = staff;
    this.passwords = passwords;
  }

  /** What an administrator can open. Leaves the data as it makes them. */
  List<String> addresses(Visit admin) {
    var donor = constituents.add(NewClient.person("عبدالرحمن بن محمد بن سعد بن عبدالله القحطاني", "staff").email("donor@people.example").called("Abdulrahman", "د."));
    constituents.refuse(donor, Channel.SMS, Topic.APPEALS, "مكالمة هاتفية");
    var unreachable = constituents.add(NewClient.person("Fatima Al-Sayed (أم يوسف)", "staff"));
    var gift = give(donor, "12500", Purpose.PROJECT, "بئر نور الهدى");
    var reversed = give(donor, "350", Purpose.KAFALA, null);
    give(unreachable, "40", Purpose.ZAKAT, null);
    var family = clan(unreachable);
    giving.reverse(reversed, "سُجّل مرتين");
    hide(donor);
    db.sql("insert into constituents.phone (party_id, e164, source, as_of, recorded_at) values (?, '+966501230099', 'visit', '2020-01-01', now())").param(donor.value()).update();
    var all = new ArrayList<>(List.of(
        client(donor) + "?edit=branch", client(donor) + "?edit=known-to", client(donor) + "?edit=health", "/clients?branch=" + Branch.FIRST,
        "/settings/branches", "/settings/branches?edit=" + Branch.FIRST, "/settings/rights", "/settings/copy",
        "/", "/insight/active", "/insight/lapsed", "/account", "/search", "/search?q=محمد", "/search?q=zzzz",
        "/clients", "/clients?q=zzzz", "/clients/new", client(donor), client(donor) + "?edit=phone", client(donor) + "?edit=consent&channel=email&topic=thanks",
        client(family), client(family) + "/family", client(family) + "/family?open=marriage", client(family) + "/ties", client(donor) + "/ties?open=tie",
        client(unreachable) + "/ties", client(kind(ClientKind.ORGANISATION)), client(kind(ClientKind.OTHER)),
        client(constituents.add(NewClient.agency(AgencyBearing.values()[0], "وزارة الموارد البشرية والتنمية الاجتماعية", "staff"))),
        "/gifts", "/gifts?giver-text=zzzz", "/gifts/new", "/gifts/new?new_name=", "/gifts/" + gift.value(), "/gifts/" + reversed.value(),
        "/pyramid", "/pyramid/small", "/pyramid/choice",
        "/messages", "/messages?state=held", "/messages?state=failed", "/demo/mailbox", "/demo/mailbox/1",
        "/knowledge", "/knowledge?branch=" + Branch.FIRST + "&kind=person", "/knowledge/clients", "/knowledge/clients?item=email&state=missing", "/knowledge/clients?numbers=licence",
        "/knowledge/calls", "/knowledge/calls?reach=refused", "/knowledge/calls?reach=no_phone", "/settings/knowledge", "/settings/knowledge?of=costs",
        "/settings", "/settings/gate", "/settings/mail", "/settings/rates", "/settings/templates", "/settings/templates/thanks",
        "/staff", "/staff/new", "/staff/" + staff.named("salem").orElseThrow().id(), "/api-keys", "/audit"));
    all.addAll(twice());
    all.addAll(documents());
    all.addAll(fields(donor));
    all.addAll(lists(admin));
    all.addAll(imports(admin));
    all.add(message("sent"));
    all.add(message("held"));
    return all;
  }

  /** Somebody who is in the base twice, and in a third file that became the second. */
  private List<String> twice() {
    var phone = PhoneNumber.parse("0559990001", "SA");
    var one = constituents.add(NewClient.person("غيداق بن ناصر الدوسري", "staff").phone(phone).born(Client.Gender.MALE, LocalDate.of(1985, 1, 1)));
    var other = constituents.add(NewClient.person("Ghaydaq Nasser Aldosari", "staff").phone(phone).born(Client.Gender.MALE, LocalDate.of(1985, 3, 9)).email("ghaydaq@people.example"));
    var gone = constituents.add(NewClient.person("غيداق الدوسري", "staff").phone(phone));
    merging.merge(other, gone, Set.of());
    db.sql("""
        insert into constituents.duplicate_pair (a, b, band, chance, bits, seen, found_at)
        values (least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), 'certain', 0.99, 12, '[{"of": "phone", "level": "same", "bits": 9}, {"of": "birth", "level": "near", "bits": -2}]', now())
        on conflict do nothing""").params(one.value(), other.value(), one.value(), other.value()).update();
    return List.of("/duplicates", "/duplicates?after=zz", "/merges/new?client=" + one, "/merges/new?client=" + one + "&client=" + other, client(other), "/settings/spellings",
        "/settings/spellings?edit=محمد", "/settings/spellings?q=zz");
  }

  /** What is sensitive, for a reader who may look. */
  private void hide(PartyId party) {
    db.sql("insert into access.role_right (role, sensitive) values ('administrator', 'health'), ('administrator', 'protected_address')").update();
    db.sql("insert into constituents.fact (id, party_id, code, value, source, as_of, recorded_at) values (uuidv7(), ?, 'health', 'ربو', 'visit', current_date, now())")
        .param(party.value()).update();
    db.sql("insert into constituents.address (id, party_id, city, protected, source, as_of, recorded_at) values (uuidv7(), ?, 'أبها', true, 'visit', current_date, now())")
        .param(party.value()).update();
    db.sql("insert into constituents.address (id, party_id, city, source, as_of, recorded_at) values (uuidv7(), ?, 'الرياض', 'visit', current_date, now())")
        .param(party.value()).update();
    db.sql("""
        insert into constituents.party_branch (party_id, branch_id, since, reason, recorded_at)
        select ?, id, current_date, 'انتقلت الأسرة إلى هناك للدراسة', now()
        from access.branch
        where code = 'jeddah'""").param(party.value()).update();
  }

  /** A custom field of each type, some of them filled. */
  private List<String> fields(PartyId party) {
    db.sql("""
        insert into constituents.custom_field (id, code, label_ar, label_en, help_ar, help_en, kinds, type, profile_group, place, need, viewers, searchable, currency)
        select uuidv7(), 'own_' || t.type, t.ar, t.en, 'اكتبها كما هي في الوثيقة الرسمية', 'As it stands in the official document', '{person,family}', t.type, 'personal', t.place * 10,
          case t.type when 'number' then 'always' else 'never' end, case t.type when 'flag' then '{administrator}'::text[] else '{}' end, t.type in ('text', 'choice'), null
        from (values ('text', 'اسم المدرسة أو الجامعة التي يدرس فيها', 'School', 1), ('long', 'وصف المسكن', 'The home', 2), ('number', 'عدد الغرف', 'Rooms', 3), ('money', 'الإيجار السنوي', 'Rent', 4),
          ('date', 'نهاية عقد الإيجار', 'Lease ends', 5), ('choice', 'المرحلة الدراسية', 'Stage', 6), ('choices', 'الحاجات', 'Needs', 7), ('flag', 'يملك سيارة', 'Has a car', 8),
          ('file', 'صك الإعالة', 'Deed', 9), ('client', 'المعرّف', 'Referee', 10)) as t (type, ar, en, place)""").update();
    db.sql("""
        insert into constituents.custom_option (id, field_id, code, label_ar, label_en, place)
        select uuidv7(), f.id, o.code, o.ar, o.en, o.place
        from constituents.custom_field f
        cross join (values ('one', 'التعليم العام', 'School', 1), ('two', 'التدريب المنتهي بالتوظيف', 'Training that ends in a job', 2)) as o (code, ar, en, place)
        where f.type in ('choice', 'choices')""").update();
    db.sql("""
        insert into constituents.custom_value (id, party_id, field_id, type, text_value, search_key, minor_value, currency, day_value, flag_value, searchable, source, as_of, recorded_at)
        select uuidv7(), ?, f.id, f.type, case f.type when 'text' then 'ثانوية الملك فهد' end, case f.type when 'text' then 'ثانويه الملك فهد' end,
          case f.type when 'money' then 2500000 end, case f.type when 'money' then 'SAR' end, case f.type when 'date' then date '2026-12-01' end, case f.type when 'flag' then true end,
          f.searchable, 'visit', current_date, now()
        from constituents.custom_field f
        where f.type in ('text', 'money', 'date', 'flag')""").param(party.value()).update();
    return List.of("/settings/fields", "/settings/fields?kind=agency", "/settings/fields/new", "/settings/fields/own_choices", "/settings/fields/own_money", client(party) + "/groups/personal/fields",
        "/clients?f-own_choice=one&column=custom.own_text");
  }

  /** The family whose papers the demonstration has. */
  String documented() {
    return client(db.sql("select party_id from constituents.document order by id limit 1").query((row, _) -> PartyId.of(row.getString(1))).single());
  }

  /** The list with everything open that it has, as a saved view; and a deed for all whom it finds. */
  private static List<String> lists(Visit admin) {
    admin.page.navigate("/clients?kind=other&phone=no&consent=king");
    admin.page.click(".tools details.menu:last-of-type summary");
    admin.page.fill("#view-name", "جهات بلا رقم هاتف");
    admin.page.click("form[action='/clients/views'] button");
    admin.page.locator(".tabs [aria-current]").waitFor();
    var view = admin.page.url().replaceAll(".*(/clients\\?)", "$1");
    admin.page.navigate("/clients/batches/new?all=yes&kind=other");
    admin.page.click("form:has([value='role-take']) footer button");
    admin.page.locator(".pill.ok").waitFor();
    return List.of(view, "/clients?q=محمد&columns=constituents.list.city,constituents.list.added,constituents.email", "/clients?order=-changed&class=king",
        "/clients/batches/new", "/clients/batches/new?all=yes", admin.page.url().replaceAll(".*(/clients/)", "$1"));
  }

  private List<String> documents() {
    var family = documented();
    var all = new ArrayList<>(List.of(family, family + "/documents/new", "/documents", "/documents?within=0", "/documents?within=7", "/settings/document-kinds", "/settings/document-kinds/lease"));
    db.sql("select id::text from constituents.document where kind in ('medical_report', 'lease', 'family_card') order by id limit 3").query(String.class).list()
        .forEach(document -> all.add(family + "/documents/" + document));
    return all;
  }

  /** Whoever has to choose a password before anything else. */
  void newcomer() {
    staff.add("hind", "هند الزهراني", "Hind Al-Zahrani", null, Set.of(Role.REGISTRAR), passwords.encode(PASSWORD), true);
  }

  /** From the mail that the donor got. */
  String unsubscribing(Visit admin) {
    admin.page.navigate("/demo/mailbox/1");
    return admin.page.locator("a[href^='/unsubscribe/']").getAttribute("href");
  }

  private static String client(PartyId party) {
    return "/clients/" + party;
  }

  private PartyId kind(ClientKind kind) {
    return constituents.add(NewClient.of(kind, "آل سعد للتجارة والمقاولات العامة", "staff"));
  }

  /** A family with everything that its page can show: a widow who leads, a child, one who died, one who left. */
  private PartyId clan(PartyId widow) {
    var family = kind(ClientKind.FAMILY);
    var day = java.time.LocalDate.of(2020, 1, 1);
    var late = constituents.add(NewClient.person("يوسف بن عبدالرحمن بن محمد الأنصاري", "staff").born(Client.Gender.MALE, null));
    families.join(family, late, Position.HEAD, null);
    families.join(family, widow, Position.SPOUSE, null);
    families.born(family, "خديجة", Client.Gender.FEMALE, day, null);
    var son = families.born(family, "عبدالعزيز", Client.Gender.MALE, day.minusYears(22), null);
    families.found(family, son, constituents.add(NewClient.person("Mary Ann Catherine Featherstonehaugh-Cholmondeley", "staff")), day.plusYears(3));
    families.died(late, day.plusYears(4));
    return family;
  }

  private GiftId give(PartyId giver, String amount, Purpose purpose, String designation) {
    var day = java.time.LocalDate.of(2026, 10, 25);
    var money = Money.of(new java.math.BigDecimal(amount), java.util.Currency.getInstance("SAR"));
    return giving.record(new NewGift(giver, money, day, purpose, designation, GiftChannel.TRANSFER));
  }

  /** Imports wherever one can stand, each reached as people reach it, but for those that a moment passes over. */
  private List<String> imports(Visit admin) {
    var columns = handIn(admin);
    var preview = previewed(admin);
    var done = committed(admin);
    var undone = committed(admin);
    admin.page.navigate(undone + "/undoing");
    admin.page.click("form[action$='/undoing'] footer button");
    admin.page.locator("a[href^='/imports?kind=']").waitFor();
    var atWork = committed(admin);
    db.sql("update constituents.import set state = 'committing' where id = ?::uuid").param(atWork.replace("/imports/", "")).update();
    var families = handIn(admin, "families", FAMILIES);
    var ties = previewed(admin, handIn(admin, "ties", TIES));
    return List.of("/imports", families, previewed(admin, handIn(admin, "families", FAMILIES)), ties, columns, preview, preview + "?show=failed", done, done + "?show=skipped", done + "/undoing", undone, atWork);
  }

  private static String handIn(Visit admin) {
    return handIn(admin, "clients", LIST);
  }

  private static String handIn(Visit admin, String kind, String list) {
    admin.page.navigate("/imports?kind=" + kind);
    admin.page.setInputFiles("#file", new FilePayload("قائمة الفرع 1448.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    admin.page.click("form[action='/imports'] footer button");
    admin.page.locator("#columns").waitFor();
    return admin.page.url().replaceAll(".*(/imports/)", "$1");
  }

  private static String previewed(Visit admin) {
    return previewed(admin, handIn(admin));
  }

  private static String previewed(Visit admin, String address) {
    admin.page.click("form[action$='/columns'] footer button");
    admin.page.locator("form[action$='/commit']").waitFor();
    return address;
  }

  private static String committed(Visit admin) {
    var address = previewed(admin);
    admin.page.click("form[action$='/commit'] button");
    admin.page.locator("a[href$='/undoing']").waitFor();
    return address;
  }

  private String message(String state) {
    Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> newest(state) != null);
    return "/messages/" + newest(state);
  }

  private String newest(String state) {
    return db.sql("select id::text from dialogue.message where state = ? order by id desc limit 1").param(state).query(String.class).optional().orElse(null);
  }
}
