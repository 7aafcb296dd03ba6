package org.silah.constituents.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.access.BranchClosed;
import org.silah.access.Sights;
import org.silah.constituents.Shown;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;
import org.silah.web.Pages;
import org.silah.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first step of an import: how the file is read, and what each of its columns is. */
@Controller
class ColumnPages {

  private static final Map<Character, String> DELIMITERS = Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "bar");
  private static final int DEEPEST_HEADER = 200;

  private final Imports imports;
  private final Steps steps;
  private final ColumnChoice choice;
  private final Sights sights;
  private final Pages pages;

  ColumnPages(Imports imports, Steps steps, ColumnChoice choice, Sights sights, Pages pages) {
    this.imports = imports;
    this.steps = steps;
    this.choice = choice;
    this.sights = sights;
    this.pages = pages;
  }

  static String nameOf(char delimiter) {
    return DELIMITERS.get(delimiter);
  }

  @PostMapping("/imports/{id}/shape")
  String readAs(@PathVariable ImportId id, @RequestParam(required = false) @Nullable String encoding,
      @RequestParam(required = false) @Nullable String delimiter, @RequestParam(defaultValue = "0") int sheet,
      @RequestParam(name = "header_row", defaultValue = "1") int headerRow, HttpServletRequest request, HttpServletResponse response, Model model,
      RedirectAttributes next) throws IOException {
    var job = imports.get(id);
    try {
      steps.readAs(id, shape(job.shape(), encoding, delimiter, sheet, headerRow));
    } catch (ImportNotNow late) {
      next.addFlashAttribute("late", pages.words(request).get(late));
    } catch (BrokenRule refused) {
      return again(job, new ColumnChoice.Chosen(job.columns().fields(), job.settings(), ""), "shape", pages.words(request).get(refused), request, response, model);
    } catch (Unreadable unreadable) {
      return again(job, new ColumnChoice.Chosen(job.columns().fields(), job.settings(), ""), "shape", pages.words(request).get(unreadable), request, response, model);
    }
    return "redirect:/imports/" + id;
  }

  @PostMapping("/imports/{id}/kind")
  String turnInto(@PathVariable ImportId id, @RequestParam(defaultValue = "") String kind, HttpServletRequest request, RedirectAttributes next) {
    try {
      steps.turnInto(id, kind);
    } catch (ImportNotNow late) {
      next.addFlashAttribute("late", pages.words(request).get(late));
    }
    return "redirect:/imports/" + id;
  }

  @PostMapping("/imports/{id}/columns")
  String confirm(@PathVariable ImportId id, @RequestParam(name = "save_as", defaultValue = "") String saveAs, HttpServletRequest request,
      HttpServletResponse response, Model model, RedirectAttributes next) {
    var job = imports.get(id);
    var sent = request.getParameterValues("field");
    var fields = sent == null ? List.<String>of() : Arrays.asList(sent);
    var chosen = new ColumnChoice.Chosen(fields, settings(job, request), saveAs);
    var words = pages.words(request);
    try {
      steps.confirm(id, fields, chosen.settings(), saveAs);
    } catch (ImportNotNow late) {
      next.addFlashAttribute("late", words.get(late));
    } catch (ColumnTwice twice) {
      return again(job, chosen, twice.field().code(), told(twice, words), request, response, model);
    } catch (ColumnsMissing missing) {
      return again(job, chosen, "columns", told(missing, words), request, response, model);
    } catch (BranchClosed closed) {
      return again(job, chosen, "branch", words.get(closed), request, response, model);
    } catch (Unreadable unreadable) {
      return again(job, chosen, "settings", words.get(unreadable), request, response, model);
    }
    return "redirect:/imports/" + id;
  }

  static String told(ColumnsMissing missing, Words words) {
    var names = missing.fields().stream().map(field -> field.name(words)).toList();
    return words.get("constituents.import.columns.missing", names.size(), String.join(words.get("constituents.import.and"), names));
  }

  static String told(ColumnTwice twice, Words words) {
    return words.get("constituents.import.columns.twice", twice.field().name(words));
  }

  private String again(Import job, ColumnChoice.Chosen chosen, String box, String sentence, HttpServletRequest request, HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return choice.show(job, chosen, Map.of(box, sentence), request, model);
  }

  private ImportSettings settings(Import job, HttpServletRequest request) {
    var before = job.settings();
    var options = new HashMap<>(before.options());
    before.options().keySet().forEach(code -> options.computeIfPresent(code, (_, kept) -> sent(request, "option_" + code, kept)));
    return new ImportSettings(job.id(), branch(request.getParameter("branch"), before.branch()), region(sent(request, "region", before.region()), before.region()),
        Language.of(sent(request, "language", before.language().code())).orElse(before.language()), options, before.today());
  }

  private Branch branch(@Nullable String sent, Branch before) {
    return sights.taking().stream().filter(branch -> branch.id().toString().equals(sent)).findFirst().orElse(before);
  }

  private static String region(String sent, String before) {
    return Shown.isCountry(sent) ? sent : before;
  }

  private static <T extends @Nullable String> T sent(HttpServletRequest request, String box, T otherwise) {
    var sent = request.getParameter(box);
    @SuppressWarnings("unchecked")
    var known = (T) (sent == null ? otherwise : sent);
    return known;
  }

  private static FileShape shape(FileShape before, @Nullable String encoding, @Nullable String delimiter, int sheet, int headerRow) {
    int head = Math.clamp(headerRow, 0, DEEPEST_HEADER);
    if (before.format() == FileFormat.XLSX) {
      return FileShape.workbook(before.sheets(), Math.clamp(sheet, 0, before.sheets().size() - 1)).headedBy(head);
    }
    var charset = Encoding.CHOICES.stream().filter(known -> known.name().equals(encoding)).findFirst().orElse(before.encoding());
    var sign = DELIMITERS.entrySet().stream().filter(known -> known.getValue().equals(delimiter)).map(Map.Entry::getKey).findFirst().orElse(before.delimiter());
    return new FileShape(FileFormat.CSV, charset, sign, true, 0, List.of(), head);
  }
}
