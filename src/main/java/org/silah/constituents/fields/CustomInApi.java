package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Constituents;
import org.silah.constituents.MoreFacts;
import org.silah.constituents.PartyId;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Values of custom fields as programs send and receive them: each as JSON writes its type. */
@Component
class CustomInApi implements MoreFacts {

  private static final String SOURCE = "api";

  private final CustomFields fields;
  private final CustomValues values;
  private final Constituents constituents;
  private final FieldReader reader;
  private final ShownValues shown;
  private final Learning learning;

  CustomInApi(CustomFields fields, CustomValues values, Constituents constituents, FieldReader reader, ShownValues shown, Learning learning) {
    this.fields = fields;
    this.values = values;
    this.constituents = constituents;
    this.reader = reader;
    this.shown = shown;
    this.learning = learning;
  }

  @Override
  public Map<String, Object> of(PartyId party) {
    var held = values.of(party, fields.seen());
    var named = shown.named(held.values());
    var told = new LinkedHashMap<String, Object>();
    held.values().forEach(one -> told.put(one.field().code(), json(one, named)));
    return told;
  }

  private static Object json(Held held, Map<PartyId, Mention> named) {
    return switch (held.value()) {
      case FieldValue.Text(var text) -> text;
      case FieldValue.Number(var number) -> new BigDecimal(CustomValues.plain(number));
      case FieldValue.Amount(var money) -> Map.of("amount", money.amount().toPlainString(), "currency", money.currency().getCurrencyCode());
      case FieldValue.Day(var day) -> day.toString();
      case FieldValue.Chosen(var ids) -> {
        var codes = ids.stream().flatMap(id -> held.field().option(id).stream()).map(Option::code).toList();
        yield held.field().type() == FieldType.CHOICE ? codes.getFirst() : codes;
      }
      case FieldValue.Flag(var yes) -> yes;
      case FieldValue.File(var document) -> document.toString();
      case FieldValue.Party(var client) -> named.get(client).party().toString();
    };
  }

  @Override
  @Transactional
  public void learn(PartyId party, Map<String, @Nullable Object> told, boolean fresh) {
    var asked = fields.asked(constituents.find(party).orElseThrow().kind());
    var held = values.of(party, asked);
    var read = new LinkedHashMap<CustomField, @Nullable FieldValue>();
    var mistakes = new Mistakes();
    told.forEach((code, value) -> {
      try {
        var field = field(code, asked);
        var known = held.get(field.id());
        read.put(field, value == null ? null : reader.read(field, texts(field, value), party, known == null ? null : known.value()));
      } catch (Unreadable unreadable) {
        mistakes.add(CustomField.PREFIX + code, unreadable);
      }
    });
    missing(party, asked, held, read, fresh).stream()
        .filter(field -> mistakes.all().stream().noneMatch(mistake -> mistake.field().equals(field.column())))
        .forEach(field -> mistakes.add(field.column(), "web.invalid.required"));
    mistakes.raise();
    if (!read.isEmpty()) {
      learning.learn(party, read, SOURCE);
    }
  }

  /** A field that a program may not see is one that never was. */
  private CustomField field(String code, List<CustomField> asked) {
    return asked.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new Unreadable(
        fields.seen().stream().anyMatch(one -> one.code().equals(code) && !one.retired()) ? "constituents.fields.not-of-kind" : "constituents.fields.no-such"));
  }

  private List<CustomField> missing(
      PartyId party, List<CustomField> asked, Map<java.util.UUID, Held> held, Map<CustomField, @Nullable FieldValue> read, boolean fresh) {
    var after = new HashMap<>(CustomDossiers.plain(held));
    read.forEach((field, value) -> {
      if (value == null) {
        after.remove(field.id());
      } else {
        after.put(field.id(), value);
      }
    });
    return Learning.missing(asked, after, values.roles(party)).stream()
        .filter(field -> fresh ? field.type() != FieldType.FILE : read.containsKey(field))
        .toList();
  }

  /** As it would be typed; by the letter, so that nothing is quietly bent. */
  private static List<String> texts(CustomField field, Object value) {
    return switch (field.type()) {
      case NUMBER -> List.of(number(value));
      case MONEY -> List.of(amount(value));
      case CHOICES -> list(value);
      case FLAG -> List.of(value instanceof Boolean yes ? yes ? "yes" : "no" : wrong("flag"));
      case TEXT, LONG, DATE, CHOICE, FILE, CLIENT -> List.of(text(value, "text"));
    };
  }

  private static String number(Object value) {
    return switch (value) {
      case BigDecimal number -> number.toPlainString();
      case Number number -> new BigDecimal(number.toString()).toPlainString();
      default -> wrong("number");
    };
  }

  private static String amount(Object value) {
    if (value instanceof Map<?, ?> told && told.keySet().stream().allMatch(key -> key.equals("amount") || key.equals("currency"))) {
      return text(told.get("amount"), "money") + (told.get("currency") == null ? "" : " " + text(told.get("currency"), "money"));
    }
    return wrong("money");
  }

  private static List<String> list(Object value) {
    if (!(value instanceof List<?> some)) {
      return List.of(wrong("choices"));
    }
    var codes = new ArrayList<String>();
    some.forEach(one -> codes.add(text(one, "choices")));
    return codes;
  }

  private static String text(@Nullable Object value, String shape) {
    return value instanceof String text ? text : wrong(shape);
  }

  private static String wrong(String shape) {
    throw new Unreadable("constituents.fields.shape." + shape);
  }
}
