package org.silah.constituents.fields;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.documents.ClientDocuments;
import org.silah.kernel.Digits;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Custom fields in forms: their boxes, and what was typed into them. */
@Component
class Boxes {

  private static final String TEXT = "-text";

  private final FieldReader reader;
  private final ShownValues shown;
  private final ClientDocuments documents;

  Boxes(FieldReader reader, ShownValues shown, ClientDocuments documents) {
    this.reader = reader;
    this.shown = shown;
    this.documents = documents;
  }

  /** As they are known. */
  List<Box> known(PartyId party, CustomDossier dossier, List<CustomField> fields, Words words) {
    var held = fields.stream().filter(field -> dossier.held().containsKey(field.id())).map(field -> dossier.held().get(field.id())).toList();
    var values = shown.of(party, held, words);
    return fields.stream().map(field -> {
      var value = dossier.held().get(field.id());
      var text = field.type() == FieldType.CLIENT && value != null ? values.get(field.id()).text() : "";
      return new Box(field, value == null ? List.of() : typed(field, value.value()), text, null, options(field, party, value, words), isMarked(field, dossier));
    }).toList();
  }

  /**
   * As they were typed.
   *
   * @param mistakes sentences by box
   */
  List<Box> typed(@Nullable PartyId party, CustomDossier dossier, List<CustomField> fields, HttpServletRequest request, Map<String, String> mistakes, Words words) {
    return fields.stream().map(field -> {
      var text = request.getParameter(field.box() + TEXT);
      return new Box(field, sent(field, request), text == null ? "" : text, mistakes.get(field.box()),
          options(field, party, dossier.held().get(field.id()), words), isMarked(field, dossier));
    }).toList();
  }

  /** Each mistake is noted by its box. What was not sent at all is not among the answer, and stays. */
  Map<CustomField, @Nullable FieldValue> read(
      @Nullable PartyId party, List<CustomField> fields, Map<UUID, Held> held, HttpServletRequest request, Mistakes mistakes) {
    var read = new LinkedHashMap<CustomField, @Nullable FieldValue>();
    for (var field : fields) {
      if (request.getParameterMap().containsKey(field.box())) {
        try {
          var known = held.get(field.id());
          read.put(field, reader.read(field, asked(field, request), party, known == null ? null : known.value()));
        } catch (Unreadable unreadable) {
          mistakes.add(field.box(), unreadable);
        }
      }
    }
    return read;
  }

  private static boolean isMarked(CustomField field, CustomDossier dossier) {
    return field.isNeededByAll() || dossier.missing().contains(field.id());
  }

  private static List<String> sent(CustomField field, HttpServletRequest request) {
    var sent = request.getParameterValues(field.box());
    return sent == null ? List.of() : Arrays.stream(sent).filter(one -> !one.isBlank()).toList();
  }

  /** Of a client who was looked for, the file number that stands in the box counts before the one chosen earlier, and nothing is nobody. */
  private static List<String> asked(CustomField field, HttpServletRequest request) {
    var text = request.getParameter(field.box() + TEXT);
    var chosen = sent(field, request);
    if (field.type() != FieldType.CLIENT || text == null) {
      return chosen;
    }
    if (text.isBlank()) {
      return List.of();
    }
    return chosen.isEmpty() || Digits.toAscii(text.strip()).matches("\\d+") ? List.of(text) : chosen;
  }

  private static List<String> typed(CustomField field, FieldValue value) {
    return switch (value) {
      case FieldValue.Text(var text) -> List.of(text);
      case FieldValue.Number(var number) -> List.of(CustomValues.plain(number));
      case FieldValue.Amount(var money) -> List.of(
          money.amount().toPlainString() + (field.bounds().currency() == null ? " " + money.currency().getCurrencyCode() : ""));
      case FieldValue.Day(var day) -> List.of(day.toString());
      case FieldValue.Chosen(var ids) -> ids.stream().flatMap(id -> field.option(id).stream()).map(Option::code).toList();
      case FieldValue.Flag(var yes) -> List.of(yes ? "yes" : "no");
      case FieldValue.File(var document) -> List.of(document.toString());
      case FieldValue.Party(var client) -> List.of(client.toString());
    };
  }

  private Map<String, String> options(CustomField field, @Nullable PartyId party, @Nullable Held held, Words words) {
    var options = new LinkedHashMap<String, String>();
    if (field.type() != FieldType.CHOICES) {
      options.put("", words.get("constituents.none"));
    }
    switch (field.type()) {
      case CHOICE, CHOICES -> field.offered(held == null ? null : held.value()).forEach(option -> options.put(option.code(), option.name(words.language())));
      case FLAG -> {
        options.put("yes", words.get("constituents.fields.yes"));
        options.put("no", words.get("constituents.fields.no"));
      }
      case FILE -> {
        if (held != null && held.value() instanceof FieldValue.File(var document)) {
          options.put(document.toString(), words.get("constituents.fields.file.unseen"));
        }
        if (party != null) {
          documents.titles(party).forEach((id, title) -> options.put(id.toString(), title));
        }
      }
      case TEXT, LONG, NUMBER, MONEY, DATE, CLIENT -> options.clear();
    }
    return options;
  }
}
