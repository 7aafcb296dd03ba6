package org.silah.constituents.search;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.Successors;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Sql;
import org.silah.kernel.Unreadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds clients by what is theirs alone, or nearly: phone, file number, identity number, e-mail. From four signs on also by how these
 * begin; a phone by how it ends, too, and by any five digits of it.
 */
@Repository
class NumberSearch {

  private static final int PARTIAL = 4;
  /** Digits that a telephone number has at least, so that one may stand among words. */
  private static final int WHOLE = 7;
  /** Digits of a run that may stand anywhere in a telephone number. */
  private static final int RUN = 5;
  /** No more digits than these, from the end, are kept in parts. */
  private static final int KEPT_IN_PARTS = 10;
  private static final int MOST = 50;

  private final JdbcClient db;
  private final Successors successors;
  private final Institutions institutions;
  private final Seen seen;

  NumberSearch(JdbcClient db, Institutions institutions, Seen seen, Successors successors) {
    this.db = db;
    this.successors = successors;
    this.institutions = institutions;
    this.seen = seen;
  }

  /** A client with a phone of which a part was typed. */
  record Ending(PartyId party, String number) {}

  /** The client, and the number that matched. */
  Map<PartyId, String> find(Asked asked) {
    var found = new LinkedHashMap<PartyId, String>();
    if (asked.isNumber()) {
      fileNumber(asked.digits(), found);
    }
    var number = asked.isNumber() ? asked.digits() : asked.text().replaceAll("[\\s\\p{C}]+", "").toUpperCase(Locale.ROOT);
    if (number.chars().anyMatch(c -> c >= '0' && c <= '9') && number.length() <= 64) {
      identities(number, found);
    }
    if (asked.isNumber() || asked.text().chars().filter(Character::isDigit).count() >= WHOLE) {
      phones(asked, found);
    }
    if (asked.isNumber() && (found.isEmpty() || asked.digits().length() < WHOLE)) {
      found(endings(asked.digits(), MOST), found);
    }
    if (asked.isEmail()) {
      emails(asked.text(), found);
    }
    return found;
  }

  private void fileNumber(String digits, Map<PartyId, String> found) {
    if (digits.length() <= 18) {
      db.sql("select id from constituents.party where file_number = ? and (removed_at is null or merged_into is not null)")
          .param(Long.parseLong(digits))
          .query(UUID.class)
          .optional()
          .map(PartyId::new)
          .ifPresent(party -> found.put(successors.of(party).orElse(party), digits));
    }
  }

  private void identities(String number, Map<PartyId, String> found) {
    var high = number.length() < PARTIAL ? number + "\u0001" : number + Piece.LAST;
    holders(Sql.of("""
        select i.party_id, i.number
        from constituents.identity i
        where i.number >= ? and i.number < ?""", number, high)
        .append(seen.onlyTheirs()).append("order by i.number limit ?", MOST), found);
  }

  private void phones(Asked asked, Map<PartyId, String> found) {
    for (var beginning : phoneBeginnings(asked)) {
      holders(Sql.of("""
          select f.party_id, f.e164
          from constituents.phone f
          where f.e164 >= ? and f.e164 < ?""", beginning, beginning + Piece.LAST)
          .append(seen.onlyTheirs()).append("order by f.e164 limit ?", MOST), found);
    }
  }

  /** Clients with a phone that ends in these four digits, or has these five or more somewhere; those that end so first. */
  List<Ending> endings(String digits, int most) {
    if (digits.length() < PARTIAL || digits.length() > KEPT_IN_PARTS) {
      return List.of();
    }
    var query = Sql.of("""
        select f.party_id as party, f.e164 as number
        from constituents.phone f
        where constituents.phone_parts(f.e164) @> ?::text[] and strpos(f.e164, ?) > 0""", parts(digits), digits)
        .append(seen.onlyTheirs()).append("limit ?", most);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Ending(new PartyId(row.getObject(1, UUID.class)), row.getString(2)))
        .list().stream()
        .sorted(Comparator.comparing(ending -> !ending.number.endsWith(digits)))
        .toList();
  }

  private static String[] parts(String digits) {
    return digits.length() < RUN
        ? new String[] {"$" + digits}
        : IntStream.rangeClosed(0, digits.length() - RUN).mapToObj(from -> digits.substring(from, from + RUN)).toArray(String[]::new);
  }

  private static void found(List<Ending> endings, Map<PartyId, String> found) {
    endings.forEach(ending -> found.putIfAbsent(ending.party, ending.number));
  }

  private void emails(String text, Map<PartyId, String> found) {
    holders(Sql.of("""
        select e.party_id, e.address
        from constituents.email e
        where lower(e.address) collate "C" >= ? and lower(e.address) collate "C" < ?""", text, text + Piece.LAST)
        .append(seen.onlyTheirs()).append("order by lower(e.address) collate \"C\" limit ?", MOST), found);
  }

  /** How the number may begin in its international form, read as dialled here and as dialled from abroad. */
  private Set<String> phoneBeginnings(Asked asked) {
    var beginnings = new LinkedHashSet<String>();
    var region = institutions.charity().region();
    try {
      beginnings.add(PhoneNumber.parse(asked.text(), region).e164());
    } catch (Unreadable e) {
      // not a whole number yet
    }
    var digits = asked.digits();
    if (digits.length() >= PARTIAL) {
      beginnings.addAll(partial(digits, asked.isInternational(), PhoneNumberUtil.getInstance().getCountryCodeForRegion(region)));
    }
    return beginnings;
  }

  private static List<String> partial(String digits, boolean international, int country) {
    var beginnings = new ArrayList<String>();
    if (international) {
      return List.of("+" + digits);
    }
    if (digits.startsWith("00")) {
      return List.of("+" + digits.substring(2));
    }
    if (digits.startsWith("0")) {
      return List.of("+" + country + digits.substring(1), "+" + country + digits);
    }
    beginnings.add("+" + country + digits);
    beginnings.add("+" + digits);
    return beginnings;
  }

  private void holders(Sql query, Map<PartyId, String> found) {
    db.sql(query.text()).params(query.values()).query((row, _) -> found.putIfAbsent(new PartyId(row.getObject(1, UUID.class)), row.getString(2))).list();
  }
}
