package org.silah.constituents.fields;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silah.access.Rights;
import org.silah.access.Role;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.ProfilePanel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The fields that the charity made. The store of {@code constituents.custom_field} and {@code custom_option}; read anew each time, since they
 * are few and another instance may have changed them.
 */
@Repository
class CustomFields {

  private final JdbcClient db;
  private final Rights rights;

  CustomFields(JdbcClient db, Rights rights) {
    this.db = db;
    this.rights = rights;
  }

  /** All, whoever asks, group by group in their order. */
  List<CustomField> all() {
    var fields = db.sql("select * from constituents.custom_field order by place, code").query(CustomFields::field).list();
    if (fields.isEmpty()) {
      return fields;
    }
    var options = new HashMap<UUID, List<Option>>();
    db.sql("select * from constituents.custom_option order by place, code").query(row -> {
      options.computeIfAbsent(row.getObject("field_id", UUID.class), _ -> new java.util.ArrayList<>()).add(option(row));
    });
    return fields.stream()
        .map(field -> options.containsKey(field.id()) ? field.withOptions(options.get(field.id())) : field)
        .sorted(Comparator.comparing(CustomField::group))
        .toList();
  }

  /** Those that whoever acts may see, retired ones too. */
  List<CustomField> seen() {
    return all().stream().filter(field -> rights.include(field.viewers())).toList();
  }

  /** Those that whoever acts is asked of such a client. */
  List<CustomField> asked(ClientKind kind) {
    return seen().stream().filter(field -> !field.retired() && field.suits(kind)).toList();
  }

  Optional<CustomField> find(String code) {
    return all().stream().filter(field -> field.code().equals(code)).findFirst();
  }

  /** Until the transaction ends nobody else changes any of them. */
  void hold() {
    db.sql("lock table constituents.custom_field in share row exclusive mode").update();
  }

  void add(CustomField field) {
    given(db.sql("""
        insert into constituents.custom_field (id, code, label_ar, label_en, help_ar, help_en, kinds, type, profile_group, place, need, need_role, need_field,
          need_option, viewers, searchable, retired, longest, decimals, least, greatest, currency)
        values (:id, :code, :label_ar, :label_en, :help_ar, :help_en, :kinds::text[], :type, :group, :place, :need, :need_role, :need_field,
          :need_option, :viewers::text[], :searchable, :retired, :longest, :decimals, :least, :greatest, :currency)"""), field)
        .param("code", field.code()).param("type", field.type().code())
        .update();
    put(field);
  }

  /** All but code and type, which stay. */
  void change(CustomField field) {
    given(db.sql("""
        update constituents.custom_field
        set label_ar = :label_ar, label_en = :label_en, help_ar = :help_ar, help_en = :help_en, kinds = :kinds::text[], profile_group = :group, place = :place,
          need = :need, need_role = :need_role, need_field = :need_field, need_option = :need_option, viewers = :viewers::text[], searchable = :searchable,
          retired = :retired, longest = :longest, decimals = :decimals, least = :least, greatest = :greatest, currency = :currency
        where id = :id"""), field)
        .update();
    put(field);
  }

  /** Its options as they are now; whoever asks has seen that none is taken away that was chosen. */
  private void put(CustomField field) {
    var kept = field.options().stream().map(Option::id).toArray(UUID[]::new);
    db.sql("delete from constituents.custom_option where field_id = ? and not (id = any (?))").params(field.id(), kept).update();
    for (int i = 0; i < field.options().size(); i++) {
      var option = field.options().get(i);
      db.sql("""
          insert into constituents.custom_option (id, field_id, code, label_ar, label_en, place, retired)
          values (?, ?, ?, ?, ?, ?, ?)
          on conflict (id) do update
          set label_ar = excluded.label_ar, label_en = excluded.label_en, place = excluded.place, retired = excluded.retired""")
          .params(option.id(), field.id(), option.code(), option.labelAr(), option.labelEn(), i, option.retired())
          .update();
    }
  }

  void place(UUID field, int place) {
    db.sql("update constituents.custom_field set place = ? where id = ?").params(place, field).update();
  }

  void retire(UUID field, boolean retired) {
    db.sql("update constituents.custom_field set retired = ? where id = ?").params(retired, field).update();
  }

  void remove(UUID field) {
    db.sql("delete from constituents.custom_field where id = ?").param(field).update();
  }

  /** Options of the field that some client has or had, and those that another field's need names. */
  Set<UUID> used(UUID field) {
    return Set.copyOf(db.sql("""
        select o.id
        from constituents.custom_option o
        where o.field_id = ?
          and (exists (select 1 from constituents.custom_value v where v.field_id = o.field_id and v.option_id = o.id)
            or exists (select 1 from constituents.custom_field f where f.need_option = o.id))""")
        .param(field)
        .query(UUID.class)
        .list());
  }

  /** Whether some client has or had a value, or another field is needed because of it. */
  boolean isUsed(UUID field) {
    return db.sql("""
        select exists (select 1 from constituents.custom_value where field_id = ?)
          or exists (select 1 from constituents.custom_field where need_field = ?)""")
        .params(field, field)
        .query(Boolean.class)
        .single();
  }

  private static JdbcClient.StatementSpec given(JdbcClient.StatementSpec statement, CustomField field) {
    var bounds = field.bounds();
    var role = field.need() instanceof Need.WithRole(var needed) ? needed.code() : null;
    var other = field.need() instanceof Need.WithValue value ? value : null;
    return statement
        .param("id", field.id())
        .param("label_ar", field.labelAr()).param("label_en", field.labelEn()).param("help_ar", field.helpAr()).param("help_en", field.helpEn())
        .param("kinds", array(field.kinds().stream().map(ClientKind::code).toList()))
        .param("group", field.group().code()).param("place", field.place())
        .param("need", need(field.need())).param("need_role", role)
        .param("need_field", other == null ? null : other.field(), java.sql.Types.OTHER)
        .param("need_option", other == null ? null : other.option(), java.sql.Types.OTHER)
        .param("viewers", array(field.viewers().stream().map(Role::code).toList()))
        .param("searchable", field.searchable()).param("retired", field.retired())
        .param("longest", bounds.longest()).param("decimals", bounds.decimals()).param("least", bounds.least()).param("greatest", bounds.greatest())
        .param("currency", bounds.currency() == null ? null : bounds.currency().getCurrencyCode());
  }

  static String need(Need need) {
    return switch (need) {
      case Need.Never _ -> "never";
      case Need.Always _ -> "always";
      case Need.WithRole _ -> "role";
      case Need.WithValue _ -> "value";
    };
  }

  /** As PostgreSQL reads an array of codes. */
  private static String array(List<String> codes) {
    return "{" + String.join(",", codes) + "}";
  }

  private static CustomField field(ResultSet row, int number) throws SQLException {
    var currency = row.getString("currency");
    var kinds = EnumSet.noneOf(ClientKind.class);
    Arrays.stream((String[]) row.getArray("kinds").getArray()).map(ClientKind::of).forEach(kinds::add);
    var viewers = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("viewers").getArray()).map(Role::of).forEach(viewers::add);
    return new CustomField(
        row.getObject("id", UUID.class), row.getString("code"), row.getString("label_ar"), row.getString("label_en"), row.getString("help_ar"),
        row.getString("help_en"), kinds, FieldType.of(row.getString("type")).orElseThrow(),
        Group.valueOf(row.getString("profile_group").toUpperCase(java.util.Locale.ROOT)), row.getInt("place"), need(row), viewers,
        row.getBoolean("searchable"), row.getBoolean("retired"),
        new Bounds(row.getObject("longest", Integer.class), row.getObject("decimals", Integer.class), row.getBigDecimal("least"), row.getBigDecimal("greatest"),
            currency == null ? null : Currency.getInstance(currency)),
        List.of());
  }

  private static Need need(ResultSet row) throws SQLException {
    return switch (row.getString("need")) {
      case "always" -> Need.ALWAYS;
      case "role" -> new Need.WithRole(ClientRole.of(row.getString("need_role")));
      case "value" -> new Need.WithValue(row.getObject("need_field", UUID.class), row.getObject("need_option", UUID.class));
      default -> Need.NEVER;
    };
  }

  private static Option option(ResultSet row) throws SQLException {
    return new Option(
        row.getObject("id", UUID.class), row.getString("code"), row.getString("label_ar"), row.getString("label_en"), row.getBoolean("retired"));
  }
}
