package org.silah.constituents.fields;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silah.constituents.ListFilter;
import org.silah.kernel.Digits;
import org.silah.kernel.PersonName;
import org.silah.kernel.Sql;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Searchable custom fields as filters of the list of clients: how a line begins, a number, a choice. */
@Component
class CustomListFilter implements ListFilter {

  private final CustomFields fields;
  private final Fragments fragments;

  CustomListFilter(CustomFields fields, Fragments fragments) {
    this.fields = fields;
    this.fragments = fragments;
  }

  private List<CustomField> searched() {
    return fields.seen().stream().filter(field -> field.searchable() && !field.retired()).toList();
  }

  @Override
  public Set<String> params() {
    var params = new LinkedHashSet<String>();
    searched().forEach(field -> params.add(field.box()));
    return params;
  }

  @Override
  public Content boxes(Map<String, String> typed, Page page) {
    var boxes = searched().stream()
        .map(field -> new Box(field, List.of(typed.getOrDefault(field.box(), "")), "", null, options(field, page.words()), false))
        .toList();
    var params = new HashMap<String, Object>();
    params.put("page", page);
    params.put("boxes", boxes);
    return boxes.isEmpty() ? _ -> {} : fragments.of("constituents/fields/filter", params);
  }

  private static Map<String, String> options(CustomField field, Words words) {
    var options = new LinkedHashMap<String, String>();
    options.put("", words.get("web.all"));
    field.options().forEach(option -> options.put(option.code(), option.name(words.language())));
    return options;
  }

  @Override
  public Sql narrow(Map<String, String> typed) {
    var conditions = new ArrayList<Sql>();
    for (var field : typed.isEmpty() ? List.<CustomField>of() : searched()) {
      var text = typed.get(field.box());
      if (text != null) {
        conditions.add(condition(field, text));
      }
    }
    return conditions.isEmpty() ? Sql.of("true") : Sql.join(" and ", conditions);
  }

  /** Each type by its index; what is no value of the field is nobody's. */
  private static Sql condition(CustomField field, String text) {
    var line = field.type() == FieldType.TEXT ? PersonName.fold(text) : "";
    var key = line.isEmpty() ? null : line;
    var digits = Digits.toAscii(text.strip());
    var number = field.type() == FieldType.NUMBER && FieldSearch.NUMBER.matcher(digits).matches() ? new BigDecimal(digits) : null;
    var option = field.option(text).map(Option::id).orElse(null);
    return Sql.of("""
        p.id in (
          select v.party_id
          from constituents.custom_value v
          where v.searchable and v.superseded_at is null and v.search_key is not null
            and v.field_id = ? and v.search_key >= ?::text and v.search_key < ?::text
          union all
          select v.party_id
          from constituents.custom_value v
          where v.searchable and v.superseded_at is null and v.number_value is not null
            and v.field_id = ? and v.number_value = ?::numeric
          union all
          select v.party_id
          from constituents.custom_value v
          where v.searchable and v.superseded_at is null and v.option_id is not null
            and v.field_id = ? and v.option_id = ?::uuid)""",
        field.id(), key, key == null ? null : key + FieldSearch.LAST, field.id(), number, field.id(), option);
  }
}
