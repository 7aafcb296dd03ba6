package org.silah.constituents.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.silah.access.Audit;
import org.silah.access.Role;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administrator makes fields, changes them, orders them, retires them, and removes those that nobody used. One at a time. */
@Component
class FieldWork {

  private static final String FIELD = "field";
  private static final int APART = 10;

  private final CustomFields fields;
  private final CustomValues values;
  private final Audit audit;

  FieldWork(CustomFields fields, CustomValues values, Audit audit) {
    this.fields = fields;
    this.values = values;
    this.audit = audit;
  }

  /** @throws Mistakes if another field has the code */
  @Transactional
  public void add(CustomField field) {
    fields.hold();
    if (fields.find(field.code()).isPresent()) {
      throw Mistakes.of("code", "constituents.fields.code.taken");
    }
    fields.add(field);
    fields.place(field.id(), last(field.group()) + APART);
    audit.record("field.add", FIELD, field.code(), Map.of("after", facts(field)));
  }

  /** @throws Mistakes if an option is gone that is in use */
  @Transactional
  public void change(CustomField field) {
    fields.hold();
    var before = find(field.code());
    var kept = field.options().stream().map(Option::id).toList();
    if (fields.used(field.id()).stream().anyMatch(used -> !kept.contains(used))) {
      throw Mistakes.of("options", "constituents.fields.option.used");
    }
    fields.change(field);
    if (before.group() != field.group()) {
      fields.place(field.id(), last(field.group()) + APART);
    }
    if (before.searchable() != field.searchable()) {
      values.mark(FieldUpkeep.BLOCK);
    }
    audit.record("field.change", FIELD, field.code(), Map.of("before", facts(before), "after", facts(find(field.code()))));
  }

  /** One place up or down among those of its group; the first and the last stay where they are. */
  @Transactional
  public void move(String code, boolean up) {
    fields.hold();
    var field = find(code);
    var order = new ArrayList<>(fields.all().stream().filter(one -> one.group() == field.group()).map(CustomField::code).toList());
    int at = order.indexOf(code);
    int to = Math.clamp(at + (up ? -1 : 1), 0, order.size() - 1);
    order.add(to, order.remove(at));
    for (int i = 0; i < order.size(); i++) {
      fields.place(find(order.get(i)).id(), (i + 1) * APART);
    }
    audit.record("field.move", FIELD, code, Map.of("group", field.group().code(), "order", order));
  }

  @Transactional
  public void retire(String code, boolean retired) {
    fields.hold();
    var field = find(code);
    fields.retire(field.id(), retired);
    audit.record(retired ? "field.retire" : "field.return", FIELD, code, Map.of());
  }

  /** @throws Mistakes if a client has or had a value, or another field is needed because of it */
  @Transactional
  public void remove(String code) {
    fields.hold();
    var field = find(code);
    if (fields.isUsed(field.id())) {
      throw Mistakes.of("removal", "constituents.fields.used");
    }
    fields.remove(field.id());
    audit.record("field.remove", FIELD, code, Map.of("before", facts(field)));
  }

  private CustomField find(String code) {
    return fields.find(code).orElseThrow(NoSuchElementException::new);
  }

  private int last(Group group) {
    return fields.all().stream().filter(one -> one.group() == group).mapToInt(CustomField::place).max().orElse(0);
  }

  private static Map<String, Object> facts(CustomField field) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("label_ar", field.labelAr());
    facts.put("label_en", field.labelEn());
    facts.put("help_ar", field.helpAr());
    facts.put("help_en", field.helpEn());
    facts.put("kinds", field.kinds().stream().map(ClientKind::code).toList());
    facts.put("type", field.type().code());
    facts.put("group", field.group().code());
    facts.put("need", CustomFields.need(field.need()));
    facts.put("viewers", field.viewers().stream().map(Role::code).toList());
    facts.put("searchable", field.searchable());
    facts.put("options", options(field.options()));
    return facts;
  }

  private static List<Map<String, Object>> options(List<Option> options) {
    return options.stream()
        .map(option -> Map.<String, Object>of("code", option.code(), "label_ar", option.labelAr(), "label_en", option.labelEn(), "retired", option.retired()))
        .toList();
  }
}
