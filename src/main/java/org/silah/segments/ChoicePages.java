package org.silah.segments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the charity means by value, and where it cuts the classes. */
@Controller
class ChoicePages {

  private final Pyramid pyramid;
  private final Choices choices;
  private final Measures measures;
  private final Pages pages;

  ChoicePages(Pyramid pyramid, Choices choices, Measures measures, Pages pages) {
    this.pyramid = pyramid;
    this.choices = choices;
    this.measures = measures;
    this.pages = pages;
  }

  @GetMapping("/pyramid/choice")
  String show(Model model) {
    return show(TypedChoice.of(choices.current()), Map.of(), model);
  }

  @PostMapping("/pyramid/choice")
  String choose(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response, Model model,
      RedirectAttributes next) {
    var form = TypedChoice.of(typed);
    var words = pages.words(request);
    try {
      pyramid.choose(form.read(measures));
    } catch (Mistakes mistakes) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, mistakes.in(words), model);
    }
    next.addFlashAttribute("notice", words.get("segments.chosen"));
    return "redirect:/pyramid";
  }

  private String show(TypedChoice form, Map<String, String> mistakes, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes);
    model.addAttribute("measures", measures.all());
    return "segments/choice";
  }
}
