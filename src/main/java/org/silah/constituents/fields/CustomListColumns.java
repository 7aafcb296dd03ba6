package org.silah.constituents.fields;

import gg.jte.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silah.constituents.ListColumn;
import org.silah.constituents.MoreColumns;
import org.silah.constituents.PartyId;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Custom fields as columns of the list of clients. */
@Component
class CustomListColumns implements MoreColumns {

  private static final int BEHIND_ALL = 1_000;

  private final CustomFields fields;
  private final CustomValues values;
  private final ShownValues shown;
  private final Fragments fragments;

  CustomListColumns(CustomFields fields, CustomValues values, ShownValues shown, Fragments fragments) {
    this.fields = fields;
    this.values = values;
    this.shown = shown;
    this.fragments = fragments;
  }

  private List<CustomField> seen() {
    return fields.seen().stream().filter(field -> !field.retired() && field.type() != FieldType.LONG && field.type() != FieldType.FILE).toList();
  }

  @Override
  public List<ListColumn> offered() {
    return seen().stream().<ListColumn>map(Column::new).toList();
  }

  private final class Column implements ListColumn {

    private final CustomField field;

    Column(CustomField field) {
      this.field = field;
    }

    @Override
    public String heading() {
      return field.column();
    }

    @Override
    public String heading(Page page) {
      return field.name(page.language());
    }

    @Override
    public int order() {
      return BEHIND_ALL;
    }

    @Override
    public boolean shownAtFirst() {
      return false;
    }

    @Override
    public boolean numeric() {
      return field.type() == FieldType.NUMBER || field.type() == FieldType.MONEY;
    }

    @Override
    public Map<PartyId, Content> cells(Collection<PartyId> parties, Page page) {
      var cells = new HashMap<PartyId, Content>();
      values.of(parties, List.of(field)).forEach((party, held) -> {
        var value = shown.of(party, held.values(), page.words()).get(field.id());
        cells.put(party, fragments.of("constituents/fields/value", Map.of("page", page, "value", value)));
      });
      return cells;
    }
  }
}
