package org.silah.constituents.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientKind;
import org.silah.constituents.imports.Cells;
import org.silah.constituents.imports.Chunk;
import org.silah.constituents.imports.ClientColumns;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.ImportSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Custom fields as columns of lists on their way in, found by their names in either language or their code. Documents do not travel in lists. */
@Repository
class CustomColumns implements ClientColumns {

  private static final String ADD = """
      with added as (
        insert into constituents.custom_value (id, party_id, field_id, type, text_value, search_key, number_value, minor_value, currency, day_value, option_id,
          flag_value, client_id, searchable, source, as_of, import_id, recorded_at, recorded_by)
        select uuidv7(), party_id, field, type, text, key, number, minor, currency, day, option, flag, client, searchable, :source, :today::date,
          :import::uuid, :at::timestamptz, :by
        from (
          select distinct on (r.party_id, v.field, v.option) r.party_id, v.field, f.type, v.text, v.key, v.number, v.minor, v.currency, v.day, v.option, v.flag,
            v.client, f.searchable
          from constituents.import_staged s
          join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
          cross join lateral unnest(s.fact_codes, s.fact_values) as told (code, value)
          cross join lateral jsonb_to_recordset(told.value::jsonb) as v (field uuid, text text, key text, number numeric, minor bigint, currency char(3),
            day date, option uuid, flag boolean, client uuid)
          join constituents.custom_field f on f.id = v.field
          join constituents.party p on p.id = r.party_id
          where s.import_id = :import and s.row_no between :first and :last
            and r.import_id = :import and r.row_no between :first and :last and r.outcome in ('new', 'joined', 'repeats')
            and told.code = 'custom' and p.kind = any (f.kinds)
            and not exists (
              select 1
              from constituents.custom_value k
              where k.party_id = r.party_id and k.field_id = v.field and k.superseded_at is null)
          order by r.party_id, v.field, v.option, s.row_no) fresh
        on conflict do nothing
        returning party_id
      )
      select distinct a.party_id
      from added a
      join constituents.party p on p.id = a.party_id
      where p.import_id is distinct from :import
      """;

  private final CustomFields fields;
  private final FieldReader reader;
  private final JdbcClient db;
  private final JsonMapper json;

  CustomColumns(CustomFields fields, FieldReader reader, JdbcClient db, JsonMapper json) {
    this.fields = fields;
    this.reader = reader;
    this.db = db;
    this.json = json;
  }

  @Override
  public String code() {
    return "custom";
  }

  @Override
  public List<ImportKind.Field> fields() {
    return travelling(fields.seen()).stream()
        .map(field -> ImportKind.Field.named(field.column(), field, field.labelAr(), field.labelEn(), field.code()))
        .toList();
  }

  private static List<CustomField> travelling(List<CustomField> some) {
    return some.stream().filter(field -> !field.retired() && field.type().travels()).toList();
  }

  /** All of them: which of them the list may fill was seen to when its columns were chosen. */
  @Override
  public Reading reading(ImportSettings settings) {
    var all = travelling(fields.all());
    return (cells, kind) -> read(all, cells, ClientKind.of(kind));
  }

  private @Nullable String read(List<CustomField> all, Cells cells, ClientKind kind) {
    List<Map<String, Object>> rows = new ArrayList<>(0);
    for (var field : all) {
      var value = cells.read(field.column(), text -> reader.cell(field, text));
      if (value != null && !field.suits(kind)) {
        cells.wrong(field.column(), "constituents.fields.not-of-kind");
      } else if (value != null) {
        rows.addAll(staged(field, value));
      }
    }
    return rows.isEmpty() ? null : json.writeValueAsString(rows);
  }

  private static List<Map<String, Object>> staged(CustomField field, FieldValue value) {
    return switch (value) {
      case FieldValue.Text(var text) when field.type() == FieldType.TEXT -> List.of(row(field, "text", text, "key", CustomValues.key(text)));
      case FieldValue.Text(var text) -> List.of(row(field, "text", text));
      case FieldValue.Number(var number) -> List.of(row(field, "number", number.toPlainString()));
      case FieldValue.Amount(var money) -> List.of(row(field, "minor", money.minor(), "currency", money.currency().getCurrencyCode()));
      case FieldValue.Day(var day) -> List.of(row(field, "day", day.toString()));
      case FieldValue.Chosen(var options) -> options.stream().map(option -> row(field, "option", option.toString())).toList();
      case FieldValue.Flag(var yes) -> List.of(row(field, "flag", yes));
      case FieldValue.Party(var client) -> List.of(row(field, "client", client.toString()));
      case FieldValue.File _ -> List.of();
    };
  }

  private static Map<String, Object> row(CustomField field, Object... told) {
    var row = new LinkedHashMap<String, Object>();
    row.put("field", field.id().toString());
    for (int i = 0; i < told.length; i += 2) {
      row.put((String) told[i], told[i + 1]);
    }
    return row;
  }

  @Override
  public Collection<UUID> add(Chunk chunk) {
    return chunk.into(db.sql(ADD)).query(UUID.class).list();
  }
}
