package org.silah.constituents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One fact of a client is written down, corrected or taken back. */
@Controller
class FieldEdits {

  private final Knowledge knowledge;
  private final Edits edits;

  FieldEdits(Knowledge knowledge, Edits edits) {
    this.knowledge = knowledge;
    this.edits = edits;
  }

  @PostMapping("/clients/{id}/fields/{field}")
  ModelAndView put(
      @PathVariable PartyId id, @PathVariable String field, @RequestParam(defaultValue = "") String value,
      @RequestParam(required = false) String source, HttpServletRequest request) {
    var known = Field.of(field).orElseThrow();
    return edits.make(id, known.group(), known.code(), "value", request,
        () -> knowledge.learn(id, Map.of(known, value), Edits.source(source)));
  }
}
