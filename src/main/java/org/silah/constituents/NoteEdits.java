package org.silah.constituents;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody writes a note into a client's file. */
@Controller
class NoteEdits {

  private final Notes notes;
  private final Edits edits;

  NoteEdits(Notes notes, Edits edits) {
    this.notes = notes;
    this.edits = edits;
  }

  @PostMapping("/clients/{id}/notes")
  ModelAndView add(@PathVariable PartyId id, @RequestParam(defaultValue = "") String text, HttpServletRequest request) {
    return edits.note(id, request, () -> notes.add(id, text));
  }
}
