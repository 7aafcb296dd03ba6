package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.silah.constituents.FoundBy;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Digits;
import org.silah.kernel.PersonName;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds clients by custom fields that are searchable: how a line begins, a number, a choice by its words. Only for those who may see the field. */
@Repository
class FieldSearch implements FoundBy {

  private static final int SHORTEST = 2;
  static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
  /** Behind everything that begins like a word. */
  static final String LAST = "\uFFFF";

  private final CustomFields fields;
  private final Seen seen;
  private final JdbcClient db;

  FieldSearch(CustomFields fields, Seen seen, JdbcClient db) {
    this.fields = fields;
    this.seen = seen;
    this.db = db;
  }

  @Override
  public Map<PartyId, String> find(String typed, int most) {
    var searched = fields.seen().stream().filter(field -> field.searchable() && !field.retired()).toList();
    var found = new LinkedHashMap<PartyId, String>();
    if (searched.isEmpty()) {
      return found;
    }
    var key = PersonName.fold(typed);
    if (key.length() >= SHORTEST) {
      lines(of(searched, FieldType.TEXT), key, most, found);
      options(searched, key, most, found);
    }
    var number = Digits.toAscii(typed.strip());
    if (NUMBER.matcher(number).matches()) {
      numbers(of(searched, FieldType.NUMBER), new BigDecimal(number), most, found);
    }
    return found;
  }

  private static UUID[] of(List<CustomField> searched, FieldType type) {
    return searched.stream().filter(field -> field.type() == type).map(CustomField::id).toArray(UUID[]::new);
  }

  private void lines(UUID[] ids, String key, int most, Map<PartyId, String> found) {
    if (ids.length > 0) {
      take(lines(ids, key).append(seen.onlyTheirs()).append("order by v.search_key").limit(most), found);
    }
  }

  /** By the index that holds values of searchable fields only. */
  static Sql lines(UUID[] ids, String key) {
    return Sql.of("""
        select v.party_id, v.text_value
        from constituents.custom_value v
        where v.searchable and v.superseded_at is null and v.search_key is not null
          and v.field_id = any (?) and v.search_key >= ? and v.search_key < ?""", ids, key, key + LAST);
  }

  private void numbers(UUID[] ids, BigDecimal number, int most, Map<PartyId, String> found) {
    if (ids.length > 0) {
      take(Sql.of("""
          select v.party_id, trim_scale(v.number_value)::text
          from constituents.custom_value v
          where v.searchable and v.superseded_at is null and v.number_value is not null
            and v.field_id = any (?) and v.number_value = ?""", ids, number)
          .append(seen.onlyTheirs()).limit(most), found);
    }
  }

  private void options(List<CustomField> searched, String key, int most, Map<PartyId, String> found) {
    for (var field : searched) {
      for (var option : field.options()) {
        if (begins(option.labelAr(), key) || begins(option.labelEn(), key)) {
          var label = begins(option.labelAr(), key) ? option.labelAr() : option.labelEn();
          take(Sql.of("""
              select v.party_id, ?
              from constituents.custom_value v
              where v.searchable and v.superseded_at is null and v.option_id is not null
                and v.field_id = ? and v.option_id = ?""", label, field.id(), option.id())
              .append(seen.onlyTheirs()).limit(most), found);
        }
      }
    }
  }

  private static boolean begins(String label, String key) {
    return PersonName.fold(label).startsWith(key);
  }

  private void take(Sql query, Map<PartyId, String> found) {
    db.sql(query.text()).params(query.values()).query(row -> {
      found.putIfAbsent(new PartyId(row.getObject(1, UUID.class)), row.getString(2));
    });
  }
}
