package org.silah.constituents.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.AgencyBearing;
import org.silah.constituents.ClientRole;
import org.silah.constituents.Days;
import org.silah.constituents.Field;
import org.silah.constituents.Identity;
import org.silah.constituents.IdentityKind;
import org.silah.constituents.text.Given;
import org.silah.constituents.text.NameKeys;
import org.silah.constituents.text.Typed;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;

/** Reads what a row says of its client and writes it as {@code constituents.import_staged} has it. Used by several threads. */
final class ClientReader {

  private static final List<String> OF_A_PLACE = List.of("region", "city", "district", "street", "building", "postcode", "short_code");
  private static final List<String> BEARINGS = Arrays.stream(AgencyBearing.values()).map(AgencyBearing::code).toList();
  private static final List<Field> FACTS = ClientFields.facts();
  private static final Pattern BETWEEN_DAYS = Pattern.compile("[;؛|\\n]+");
  private static final Pattern BETWEEN_ROLES = Pattern.compile("[/,;،؛|+\\n]+");
  private static final Pattern FROM_A_NUMBER = Pattern.compile("\\.0+$");
  private static final int SHORT = 500;
  private static final int LONG = 4_000;

  private final ImportSettings settings;
  private final Map<String, ClientColumns.Reading> more;
  private final boolean byRow;
  private final ContactReader contacts = new ContactReader();

  /** @param more what else lists may say of clients, by the code it is staged under */
  ClientReader(ImportSettings settings, Map<String, ClientColumns.Reading> more) {
    this.more = more;
    this.settings = settings;
    this.byRow = MatchRules.of(settings).byRow();
  }

  private record Name(String display, String key) {}

  private record Numbers(List<String> kinds, List<String> issuers, List<String> numbers, @Nullable String official) {}

  /** Writes the columns behind {@code import_id} and {@code row_no}; what is wrong is noted in {@code line}. */
  void read(Line line, CopyBuffer out) {
    var name = name(line);
    var kind = kind(line, name.display);
    var country = line.read("country", Countries::read);
    var nationality = line.read("nationality", Countries::read);
    var numbers = contacts.phones(line, country == null ? settings.region() : country);
    var emails = ContactReader.emails(line);
    var identities = identities(line, nationality);
    var bearing = bearing(line, kind);
    roles(line);
    int start = out.size();
    out.text(bearing == null ? kind : "agency").text(bearing).text(name.display).text(name.key)
        .text(line.read("latin_name", text -> Typed.text(text, Typed.NAME)));
    ownNames(line, kind, name.display, out);
    out.text(line.read("gender", text -> ImportWords.read("gender", text)))
        .date(line.read("birth_on", this::day))
        .text(nationality)
        .text(line.read("language", text -> ImportWords.read("language", text)))
        .texts(numbers).texts(emails)
        .texts(identities.kinds).texts(identities.issuers).texts(identities.numbers).text(identities.official)
        .text(country);
    OF_A_PLACE.forEach(field -> out.text(line.read(field, ClientReader::shortText)));
    int end = out.size();
    roles(line, out);
    ConsentReader.read(line, settings.today(), out);
    facts(line, bearing == null ? kind : "agency", out);
    out.text(note(line));
    out.uuid(alike(line, numbers.isEmpty() && emails.isEmpty() && identities.numbers.isEmpty(), name, out, start, end));
  }

  private static Name name(Line line) {
    var whole = line.text(ClientFields.NAME);
    if (whole == null) {
      whole = Stream.of("given_name", "father_name", "grandfather_name", "family_name")
          .map(line::text).filter(java.util.Objects::nonNull).collect(Collectors.joining(" "));
    }
    try {
      var display = Typed.name(whole);
      return new Name(display, NameKeys.same(display));
    } catch (Unreadable mistake) {
      line.wrong(ClientFields.NAME, mistake.code(), mistake.args());
      return new Name("?", "?");
    }
  }

  private static void ownNames(Line line, String kind, String name, CopyBuffer out) {
    out.text(line.read("title", ClientReader::shortText));
    var given = line.read("given_name", ClientReader::shortText);
    out.text(given == null && kind.equals("person") ? Given.of(name) : given);
    for (var field : List.of("father_name", "grandfather_name", "family_name", "kunya")) {
      out.text(line.read(field, ClientReader::shortText));
    }
  }

  /** What a column says, or else how the name begins: people do not write «person» behind every name. */
  private static String kind(Line line, String name) {
    var said = line.read("kind", text -> ImportWords.read("kind", text));
    if (said != null) {
      return said;
    }
    if (line.text("agency_bearing") != null) {
      return "agency";
    }
    int first = name.indexOf(' ');
    var begins = first < 0 ? null : ImportWords.find("begins", name.substring(0, first));
    var ends = first < 0 ? null : ImportWords.find("ends", name.substring(name.lastIndexOf(' ') + 1));
    return begins != null ? begins : ends != null ? ends : "person";
  }

  /** An agency's column says whether it supports or supervises, or its kind does. */
  private static @Nullable String bearing(Line line, String kind) {
    if (BEARINGS.contains(kind)) {
      return kind;
    }
    if (!kind.equals("agency")) {
      return null;
    }
    if (line.text("agency_bearing") == null) {
      line.wrong(line.has("agency_bearing") ? "agency_bearing" : "kind", "constituents.import.wrong.bearing");
    }
    return line.read("agency_bearing", text -> ImportWords.read("agency_bearing", text));
  }

  private Numbers identities(Line line, @Nullable String nationality) {
    var found = new Numbers(new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0), null);
    String official = null;
    for (var kind : IdentityKind.values()) {
      var number = line.read(kind.code(), text -> Identity.number(FROM_A_NUMBER.matcher(text).replaceAll("")));
      if (number != null) {
        var actual = kind == IdentityKind.NATIONAL_ID && isOfAResident(number) ? IdentityKind.RESIDENCE : kind;
        var issuer = issuer(actual, nationality, line.text(ImportKind.SERIES));
        found.kinds.add(actual.code());
        found.issuers.add(issuer);
        found.numbers.add(number);
        if (official == null && (actual == IdentityKind.NATIONAL_ID || actual == IdentityKind.RESIDENCE || actual == IdentityKind.COMMERCIAL_REGISTER)) {
          official = actual.code() + " " + issuer + " " + number;
        }
      }
    }
    return new Numbers(found.kinds, found.issuers, found.numbers, official);
  }

  /** Saudi lists keep both in one column: citizens' numbers begin with 1, residents' with 2. */
  private boolean isOfAResident(String number) {
    return settings.region().equals("SA") && number.length() == 10 && number.charAt(0) == '2';
  }

  private String issuer(IdentityKind kind, @Nullable String nationality, @Nullable String series) {
    return switch (kind) {
      case NATIONAL_ID, RESIDENCE, COMMERCIAL_REGISTER, LICENCE -> settings.region();
      case PASSPORT -> nationality == null ? "ZZ" : nationality;
      case BRANCH_FILE -> series == null ? settings.branch().code() : settings.branch().code() + "/" + series;
    };
  }

  /** Beside several roles there stands one day for all, or one for each. */
  private void roles(Line line) {
    var named = new ArrayList<ClientRole>(1);
    line.each("role", cell -> {
      for (var word : BETWEEN_ROLES.split(cell)) {
        if (!word.isBlank()) {
          named.add(ClientRole.of(ImportWords.read("role", word.strip())));
        }
      }
    });
    var days = line.read("role_since", this::days);
    if (days != null && days.size() > 1 && days.size() != named.size()) {
      line.wrong("role_since", "constituents.import.wrong.days", days.size(), named.size());
      return;
    }
    for (int i = 0; i < named.size(); i++) {
      line.holds(named.get(i), days == null ? settings.today() : days.get(days.size() == 1 ? 0 : i));
    }
    if (days != null && days.size() == 1) {
      line.heldSince(days.getFirst());
    }
  }

  private List<LocalDate> days(String text) {
    return BETWEEN_DAYS.splitAsStream(text).filter(part -> !part.isBlank()).map(part -> day(part.strip())).toList();
  }

  private static void roles(Line line, CopyBuffer out) {
    out.texts(line.roles().keySet().stream().map(ClientRole::code).toList());
    out.texts(line.roles().values().stream().map(LocalDate::toString).toList());
  }

  private void facts(Line line, String kind, CopyBuffer out) {
    var codes = new ArrayList<String>(0);
    var values = new ArrayList<String>(0);
    for (var fact : FACTS) {
      var value = line.read(fact.code(), text -> fact(fact, text));
      if (value != null) {
        codes.add(fact.code());
        values.add(value);
      }
    }
    more.forEach((code, reading) -> {
      var value = reading.read(line, kind);
      if (value != null) {
        codes.add(code);
        values.add(value);
      }
    });
    out.texts(codes).texts(values);
  }

  private String fact(Field fact, String text) {
    return switch (fact.input()) {
      case CHOICE -> fact.choices().contains(text) ? text : ImportWords.read(fact.code(), text);
      case NUMBER -> number(text);
      case DAY -> day(text).toString();
      case LONG -> Typed.text(text, LONG);
      case TEXT, NAME, COUNTRY, STAFF -> shortText(text);
    };
  }

  private static String number(String text) {
    var digits = FROM_A_NUMBER.matcher(org.silah.kernel.Digits.toAscii(text)).replaceAll("");
    if (!digits.matches("\\d{1,3}")) {
      throw new Unreadable("constituents.import.wrong.number");
    }
    return String.valueOf(Integer.parseInt(digits));
  }

  private LocalDate day(String text) {
    return Days.past(text, settings.today());
  }

  private static String shortText(String text) {
    return PersonName.clean(Typed.text(text, SHORT));
  }

  private static @Nullable String note(Line line) {
    var notes = new ArrayList<String>(0);
    line.each(ClientFields.NOTE, cell -> notes.add(Typed.text(cell, Typed.NOTE)));
    return notes.isEmpty() ? null : String.join("\n", notes);
  }

  /** By which a row is known that has nothing else to be known by. */
  private @Nullable UUID alike(Line line, boolean bare, Name name, CopyBuffer out, int start, int end) {
    if (line.key() != null) {
      return UUID.nameUUIDFromBytes((settings.branch().code() + "\n" + line.key()).getBytes(StandardCharsets.UTF_8));
    }
    if (!bare || !byRow) {
      return null;
    }
    var said = new byte[end - start];
    System.arraycopy(out.bytes(), start, said, 0, said.length);
    var who = line.among() == null ? name.key : name.key + "\n" + line.among();
    var branch = (settings.branch().code() + "\n" + who + "\n").getBytes(StandardCharsets.UTF_8);
    var all = java.util.Arrays.copyOf(branch, branch.length + said.length);
    System.arraycopy(said, 0, all, branch.length, said.length);
    return UUID.nameUUIDFromBytes(all);
  }
}
