package org.silah.segments;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pyramid, drawn, and the list behind each of its layers. */
@Controller
class PyramidPages {

  private static final int PAGE = 50;

  private final Pyramid pyramid;
  private final Measures measures;
  private final DonorClasses classes;
  private final Pages pages;

  PyramidPages(Pyramid pyramid, Measures measures, DonorClasses classes, Pages pages) {
    this.pyramid = pyramid;
    this.measures = measures;
    this.classes = classes;
    this.pages = pages;
  }

  @GetMapping("/pyramid")
  String show(HttpServletRequest request, Model model) {
    var run = pyramid.latest().orElse(null);
    model.addAttribute("run", run);
    if (run != null && run.donors() > 0) {
      var words = pages.words(request);
      model.addAttribute("measure", measures.of(run.measure()));
      model.addAttribute("pyramid", PyramidDrawing.pyramid(run, words));
      model.addAttribute("pareto", PyramidDrawing.pareto(run, words));
      return "segments/pyramid";
    }
    return "segments/no-pyramid";
  }

  @PostMapping("/pyramid/computation")
  String compute(HttpServletRequest request, RedirectAttributes next) {
    pyramid.refresh();
    next.addFlashAttribute("notice", pages.words(request).get("segments.computed"));
    return "redirect:/pyramid";
  }

  @GetMapping("/pyramid/{class}")
  String list(@PathVariable("class") String code, @RequestParam(defaultValue = "") String after, Model model) {
    var of = valueClass(code);
    var run = pyramid.latest().orElseThrow();
    var rows = classes.page(of, DonorClasses.Cursor.of(after).orElse(DonorClasses.Cursor.START), PAGE + 1);
    var shown = rows.subList(0, Math.min(PAGE, rows.size()));
    model.addAttribute("of", of);
    model.addAttribute("run", run);
    model.addAttribute("measure", measures.of(run.measure()));
    model.addAttribute("rows", shown);
    model.addAttribute("firstRank", shown.isEmpty() ? 0L : classes.find(shown.getFirst().id()).map(Standing::rank).orElse(run.above(of) + 1));
    model.addAttribute("next", rows.size() > PAGE ? shown.getLast().cursor() : null);
    model.addAttribute("first", after.isEmpty());
    return "segments/class";
  }

  /** @throws NoSuchElementException if there is no such class */
  static ValueClass valueClass(String code) {
    return Arrays.stream(ValueClass.values()).filter(of -> of.code().equals(code)).findFirst().orElseThrow(NoSuchElementException::new);
  }
}
