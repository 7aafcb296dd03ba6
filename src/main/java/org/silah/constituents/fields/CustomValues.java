package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientRole;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.kernel.Ids;
import org.silah.kernel.Money;
import org.silah.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of clients in fields of the charity's own, the former beside the present. The store of {@code constituents.custom_value}. */
@Repository
class CustomValues {

  private static final int KEY = 300;

  private final JdbcClient db;
  private final Recording recording;

  CustomValues(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  private record Row(UUID party, Held held) {}

  /** The present ones, by the id of their field, in the order of {@code fields}. */
  Map<UUID, Held> of(PartyId party, Collection<CustomField> fields) {
    return of(List.of(party), fields).getOrDefault(party, Map.of());
  }

  Map<PartyId, Map<UUID, Held>> of(Collection<PartyId> parties, Collection<CustomField> fields) {
    if (parties.isEmpty() || fields.isEmpty()) {
      return Map.of();
    }
    var byId = fields.stream().collect(Collectors.toMap(CustomField::id, field -> field));
    var rows = db.sql("""
        select *
        from constituents.custom_value
        where party_id = any (?) and field_id = any (?) and superseded_at is null""")
        .params(parties.stream().map(PartyId::value).toArray(UUID[]::new), byId.keySet().toArray(UUID[]::new))
        .query((row, _) -> read(byId.get(row.getObject("field_id", UUID.class)), row))
        .list();
    var all = new HashMap<PartyId, Map<UUID, Held>>();
    for (var field : fields) {
      rows.stream().filter(row -> row.held.field().id().equals(field.id())).forEach(row ->
          all.computeIfAbsent(new PartyId(row.party), _ -> new LinkedHashMap<>())
              .merge(field.id(), row.held, CustomValues::together));
    }
    return all;
  }

  /** Of several choices there is a row each; the newest tells where they are from. */
  private static Held together(Held one, Held other) {
    if (!(one.value() instanceof FieldValue.Chosen(var some) && other.value() instanceof FieldValue.Chosen(var more))) {
      throw new IllegalStateException("two present values of " + one.field().code());
    }
    var ids = new ArrayList<>(some);
    ids.addAll(more);
    var ordered = one.field().options().stream().map(Option::id).filter(ids::contains).toList();
    var newer = other.asOf().isAfter(one.asOf()) ? other : one;
    return new Held(one.field(), new FieldValue.Chosen(ordered), newer.source(), newer.asOf(), newer.recordedAt());
  }

  /** Puts the new beside the old, which stays as what was believed until now. */
  void put(PartyId party, CustomField field, FieldValue value, String source) {
    if (field.type() == FieldType.CHOICES && value instanceof FieldValue.Chosen(var options)) {
      db.sql("""
          update constituents.custom_value
          set superseded_at = ?
          where party_id = ? and field_id = ? and superseded_at is null and not (option_id = any (?))""")
          .params(recording.at(), party.value(), field.id(), options.toArray(UUID[]::new))
          .update();
      var there = Set.copyOf(db.sql("select option_id from constituents.custom_value where party_id = ? and field_id = ? and superseded_at is null")
          .params(party.value(), field.id())
          .query(UUID.class)
          .list());
      options.stream().filter(option -> !there.contains(option)).forEach(option -> insert(party, field, new FieldValue.Chosen(List.of(option)), source));
    } else {
      end(party, field);
      insert(party, field, value, source);
    }
  }

  void end(PartyId party, CustomField field) {
    db.sql("update constituents.custom_value set superseded_at = ? where party_id = ? and field_id = ? and superseded_at is null")
        .params(recording.at(), party.value(), field.id())
        .update();
  }

  private void insert(PartyId party, CustomField field, FieldValue value, String source) {
    var amount = value instanceof FieldValue.Amount(var money) ? money : null;
    var text = value instanceof FieldValue.Text(var typed) ? typed : null;
    db.sql("""
        insert into constituents.custom_value (id, party_id, field_id, type, text_value, search_key, number_value, minor_value, currency, day_value, option_id,
          flag_value, document_id, client_id, searchable, source, as_of, recorded_at, recorded_by)
        values (:id, :party, :field, :type, :text, :key, :number, :minor, :currency, :day, :option,
          :flag, :document, :client, :searchable, :source, :today, :at, :by)""")
        .param("id", Ids.next()).param("party", party.value()).param("field", field.id()).param("type", field.type().code())
        .param("text", text)
        .param("key", text == null || field.type() != FieldType.TEXT ? null : key(text))
        .param("number", value instanceof FieldValue.Number(var number) ? number : null, Types.NUMERIC)
        .param("minor", amount == null ? null : amount.minor(), Types.BIGINT)
        .param("currency", amount == null ? null : amount.currency().getCurrencyCode())
        .param("day", value instanceof FieldValue.Day(var day) ? day : null, Types.DATE)
        .param("option", value instanceof FieldValue.Chosen(var options) ? options.getFirst() : null, Types.OTHER)
        .param("flag", value instanceof FieldValue.Flag(var yes) ? yes : null, Types.BOOLEAN)
        .param("document", value instanceof FieldValue.File(var document) ? document : null, Types.OTHER)
        .param("client", value instanceof FieldValue.Party(var other) ? other.value() : null, Types.OTHER)
        .param("searchable", field.searchable())
        .param("source", source).param("today", recording.today()).param("at", recording.at()).param("by", recording.by())
        .update();
  }

  /** What a search compares of a line: one spelling for many. */
  static String key(String text) {
    var folded = PersonName.fold(text);
    return folded.codePointCount(0, folded.length()) <= KEY ? folded : folded.substring(0, folded.offsetByCodePoints(0, KEY));
  }

  /** Present roles of the client. */
  Set<ClientRole> roles(PartyId party) {
    return db.sql("select role from constituents.party_role where party_id = ? and ended_on is null").param(party.value()).query(String.class).list().stream()
        .map(ClientRole::of).collect(Collectors.toSet());
  }

  /**
   * Lets the indexes of the search hold the rows of this field, or holds them no more, as the field says now.
   *
   * @return how many rows were moved, at most {@code most}
   */
  int mark(int most) {
    return db.sql("""
        update constituents.custom_value v
        set searchable = f.searchable
        from constituents.custom_field f
        where f.id = v.field_id and v.id in (
          select w.id
          from constituents.custom_field g
          cross join lateral (
            select x.id from constituents.custom_value x where x.field_id = g.id and x.searchable = not g.searchable limit ?) w
          limit ?)""")
        .params(most, most)
        .update();
  }

  private static Row read(@Nullable CustomField field, ResultSet row) throws SQLException {
    if (field == null) {
      throw new IllegalStateException("a value of a field that was not asked for");
    }
    var value = switch (field.type()) {
      case TEXT, LONG -> new FieldValue.Text(row.getString("text_value"));
      case NUMBER -> new FieldValue.Number(row.getBigDecimal("number_value"));
      case MONEY -> new FieldValue.Amount(new Money(row.getLong("minor_value"), Currency.getInstance(row.getString("currency"))));
      case DATE -> new FieldValue.Day(row.getObject("day_value", LocalDate.class));
      case CHOICE, CHOICES -> new FieldValue.Chosen(List.of(row.getObject("option_id", UUID.class)));
      case FLAG -> new FieldValue.Flag(row.getBoolean("flag_value"));
      case FILE -> new FieldValue.File(row.getObject("document_id", UUID.class));
      case CLIENT -> new FieldValue.Party(new PartyId(row.getObject("client_id", UUID.class)));
    };
    return new Row(row.getObject("party_id", UUID.class), new Held(
        field, value, row.getString("source"), row.getObject("as_of", LocalDate.class), row.getTimestamp("recorded_at").toInstant()));
  }

  /** A value as its row has it; for whoever reads rows of former values too. */
  static FieldValue value(CustomField field, ResultSet row) throws SQLException {
    return read(field, row).held.value();
  }

  /** Plain decimal digits. */
  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
  }
}
