package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silah.constituents.ListFilter;
import org.silah.constituents.MoreFilters;
import org.silah.kernel.Digits;
import org.silah.kernel.PersonName;
import org.silah.kernel.Sql;
import org.silah.kernel.Unreadable;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Searchable custom fields as filters of the list of clients: how a line begins, a number, a choice. */
@Component
class CustomListFilter implements MoreFilters {

  private static final int BEHIND_ALL = 1_000;

  private final CustomFields fields;

  CustomListFilter(CustomFields fields) {
    this.fields = fields;
  }

  @Override
  public List<ListFilter> offered() {
    return fields.seen().stream().filter(field -> field.searchable() && !field.retired()).<ListFilter>map(Filter::new).toList();
  }

  private record Filter(CustomField field) implements ListFilter {

    @Override
    public String parameter() {
      return field.box();
    }

    @Override
    public String label() {
      return field.code();
    }

    @Override
    public String label(Page page) {
      return field.name(page.language());
    }

    @Override
    public int order() {
      return BEHIND_ALL;
    }

    @Override
    public Map<String, String> options(Page page) {
      var options = new LinkedHashMap<String, String>();
      field.options().forEach(option -> options.put(option.code(), option.name(page.language())));
      return options;
    }

    @Override
    public Sql admits(String value) {
      return switch (field.type()) {
        case TEXT -> line(PersonName.fold(value));
        case NUMBER -> number(Digits.toAscii(value.strip()));
        default -> option(value);
      };
    }

    private Sql line(String key) {
      if (key.isEmpty()) {
        throw new Unreadable("constituents.choice.unknown");
      }
      return Sql.of("""
          p.id in (
            select v.party_id
            from constituents.custom_value v
            where v.searchable and v.superseded_at is null and v.search_key is not null
              and v.field_id = ? and v.search_key >= ?::text and v.search_key < ?::text)""", field.id(), key, key + FieldSearch.LAST);
    }

    private Sql number(String digits) {
      if (!FieldSearch.NUMBER.matcher(digits).matches()) {
        throw new Unreadable("constituents.number.unreadable");
      }
      return Sql.of("""
          p.id in (
            select v.party_id
            from constituents.custom_value v
            where v.searchable and v.superseded_at is null and v.number_value is not null
              and v.field_id = ? and v.number_value = ?::numeric)""", field.id(), new BigDecimal(digits));
    }

    private Sql option(String code) {
      var option = field.option(code).map(Option::id).orElseThrow(() -> new Unreadable("constituents.choice.unknown"));
      return Sql.of("""
          p.id in (
            select v.party_id
            from constituents.custom_value v
            where v.searchable and v.superseded_at is null and v.option_id is not null
              and v.field_id = ? and v.option_id = ?::uuid)""", field.id(), option);
    }
  }
}
