package org.silah.constituents.fields;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silah.constituents.ExportColumns;
import org.silah.constituents.PartyId;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Custom fields as columns of files for spreadsheets. Where two are called the same, their codes tell them apart. */
@Component
class CustomExport implements ExportColumns {

  private final CustomFields fields;
  private final CustomValues values;
  private final ShownValues shown;

  CustomExport(CustomFields fields, CustomValues values, ShownValues shown) {
    this.fields = fields;
    this.values = values;
    this.shown = shown;
  }

  @Override
  public Sheet sheet(Words words) {
    var all = fields.seen().stream().filter(field -> !field.retired() && field.type().travels()).toList();
    return new Sheet() {

      @Override
      public List<String> headings() {
        return all.stream().map(field -> heading(field, all, words)).toList();
      }

      @Override
      public Map<PartyId, List<String>> cells(Collection<PartyId> parties) {
        var rows = new HashMap<PartyId, List<String>>();
        shown.cells(values.of(parties, all), words).forEach((party, cells) ->
            rows.put(party, all.stream().map(field -> cells.getOrDefault(field.id(), "")).toList()));
        return rows;
      }
    };
  }

  private static String heading(CustomField field, List<CustomField> all, Words words) {
    var name = field.name(words.language());
    return all.stream().filter(other -> other.name(words.language()).equals(name)).count() > 1 ? field.code() : name;
  }
}
