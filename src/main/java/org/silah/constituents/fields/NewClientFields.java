package org.silah.constituents.fields;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.Edits;
import org.silah.constituents.NewClientPart;
import org.silah.constituents.PartyId;
import org.silah.web.Fragments;
import org.silah.web.Mistakes;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Custom fields in the form for a new client. Files come later: there is no client yet to whom one could belong. */
@Component
class NewClientFields implements NewClientPart {

  private final CustomFields fields;
  private final Boxes boxes;
  private final Learning learning;
  private final Fragments fragments;

  NewClientFields(CustomFields fields, Boxes boxes, Learning learning, Fragments fragments) {
    this.fields = fields;
    this.boxes = boxes;
    this.learning = learning;
    this.fragments = fragments;
  }

  @Override
  public Content boxes(HttpServletRequest request, Map<String, String> mistakes, Page page) {
    var asked = fields.seen().stream().filter(field -> !field.retired() && field.type() != FieldType.FILE).toList();
    var all = boxes.typed(null, CustomDossier.NOTHING, asked, request, mistakes, page.words());
    var params = new HashMap<String, Object>();
    params.put("page", page);
    params.put("first", all.stream().filter(NewClientFields::isFirst).toList());
    params.put("more", all.stream().filter(box -> !isFirst(box)).toList());
    return fragments.of("constituents/fields/new-client", params);
  }

  /** What may be needed, or must be mended, is not to be unfolded. */
  private static boolean isFirst(Box box) {
    return !(box.field().need() instanceof Need.Never) || box.mistake() != null || !box.first().isEmpty();
  }

  @Override
  public Consumer<PartyId> read(ClientKind kind, Set<ClientRole> roles, HttpServletRequest request, Mistakes mistakes) {
    var asked = fields.asked(kind).stream().filter(field -> field.type() != FieldType.FILE).toList();
    var read = boxes.read(null, asked, Map.of(), request, mistakes);
    var told = mistakes.all().stream().map(Mistakes.Mistake::field).toList();
    missing(asked, read, roles).stream().filter(field -> !told.contains(field.box())).forEach(field -> mistakes.add(field.box(), "constituents.text.missing"));
    var source = Edits.source(request.getParameter("source"));
    return party -> {
      if (read.values().stream().anyMatch(Objects::nonNull)) {
        learning.learn(party, read, source);
      }
    };
  }

  private static List<CustomField> missing(List<CustomField> asked, Map<CustomField, @Nullable FieldValue> read, Set<ClientRole> roles) {
    var known = new HashMap<UUID, FieldValue>();
    read.forEach((field, value) -> {
      if (value != null) {
        known.put(field.id(), value);
      }
    });
    return Learning.missing(asked, known, roles);
  }
}
