package org.silah.constituents.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.BatchDeed;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One deed is asked for the chosen clients of a list, or for all that it finds, and followed until it is done. */
@Controller
class BatchPages {

  /** So many are done before the page answers; the rest in the background. */
  private static final int AT_ONCE = 50;

  private final Batches batches;
  private final BatchWork work;
  private final ListQueries queries;
  private final List<BatchDeed> deeds;
  private final Pages pages;

  BatchPages(Batches batches, BatchWork work, ListQueries queries, List<BatchDeed> deeds, Pages pages) {
    this.batches = batches;
    this.work = work;
    this.queries = queries;
    this.deeds = deeds.stream().sorted(Comparator.comparingInt(BatchDeed::order)).toList();
    this.pages = pages;
  }

  @GetMapping("/clients/batches/new")
  String begin(@RequestParam(name = "client", required = false) @Nullable List<String> clients, @RequestParam(defaultValue = "") String all,
      HttpServletRequest request, Model model) {
    return form(chosen(clients), all.equals("yes"), Map.of(), "", request, model);
  }

  @PostMapping("/clients/batches")
  String ask(@RequestParam(name = "client", required = false) @Nullable List<String> clients, @RequestParam(defaultValue = "") String all,
      @RequestParam(defaultValue = "") String deed, HttpServletRequest request, HttpServletResponse response, Model model) {
    var chosen = chosen(clients);
    try {
      var asked = deeds.stream().filter(one -> one.code().equals(deed)).findFirst().orElseThrow(() -> Mistakes.of("deed", "constituents.choice.unknown"));
      var settings = asked.read(name -> request.getParameter(deed + "-" + name) == null ? "" : request.getParameter(deed + "-" + name));
      if (chosen.isEmpty() && !all.equals("yes")) {
        throw Mistakes.of("deed", "constituents.batch.nobody");
      }
      var id = batches.add(deed, settings, queries.of(request), all.equals("yes") ? List.of() : chosen);
      work.goOn(batches.find(id).orElseThrow(), AT_ONCE, () -> false);
      return "redirect:/clients/batches/" + id;
    } catch (Mistakes mistakes) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(chosen, all.equals("yes"), mistakes.in(pages.words(request)), deed, request, model);
    }
  }

  @GetMapping("/clients/batches/{batch}")
  String show(@PathVariable UUID batch, Model model) {
    var found = batches.find(batch).orElseThrow(NoSuchElementException::new);
    model.addAttribute("batch", found);
    model.addAttribute("deed", deeds.stream().filter(one -> one.code().equals(found.deed())).map(BatchDeed::label).findFirst().orElseThrow());
    model.addAttribute("outcomes", batches.outcomes(batch));
    return "constituents/lists/batch";
  }

  private String form(List<UUID> chosen, boolean all, Map<String, String> errors, String open, HttpServletRequest request, Model model) {
    var asked = queries.of(request);
    int count = all || !chosen.isEmpty() ? batches.count(asked, all ? List.of() : chosen) : 0;
    model.addAttribute("asked", asked);
    model.addAttribute("chosen", all ? List.of() : chosen);
    model.addAttribute("all", all);
    model.addAttribute("count", count);
    model.addAttribute("deeds", deeds);
    model.addAttribute("open", open);
    model.addAttribute("errors", errors);
    return "constituents/lists/new-batch";
  }

  /** What is no id is passed over: nobody stands behind it. */
  private static List<UUID> chosen(@Nullable List<String> clients) {
    var ids = new ArrayList<UUID>();
    for (var client : clients == null ? List.<String>of() : clients) {
      try {
        ids.add(UUID.fromString(client));
      } catch (IllegalArgumentException e) {
        // nobody
      }
    }
    return ids.stream().distinct().toList();
  }
}
