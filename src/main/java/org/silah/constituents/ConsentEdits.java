package org.silah.constituents;

import static org.silah.constituents.ProfilePanel.Group.BEFORE_DEALING;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a client answered is taken down. */
@Controller
class ConsentEdits {

  private final Answers answers;
  private final Edits edits;

  ConsentEdits(Answers answers, Edits edits) {
    this.answers = answers;
    this.edits = edits;
  }

  /** @param answer {@code granted} or {@code refused} */
  record Form(@Nullable String channel, @Nullable String topic, @Nullable String answer, @Nullable String evidence, @Nullable String source) {

    boolean granted() {
      if (answer == null || !List.of("granted", "refused").contains(answer)) {
        throw Mistakes.of("answer", "constituents.text.missing");
      }
      return answer.equals("granted");
    }
  }

  @PostMapping("/clients/{id}/consents")
  ModelAndView take(@PathVariable PartyId id, Form typed, HttpServletRequest request) {
    return edits.make(id, BEFORE_DEALING, "consent", "evidence", request, () -> answers.take(
        id,
        Codes.of(Channel.values(), Channel::code, typed.channel, "channel"),
        Codes.of(Topic.values(), Topic::code, typed.topic, "topic"),
        typed.granted(),
        typed.evidence,
        Edits.source(typed.source)));
  }
}
