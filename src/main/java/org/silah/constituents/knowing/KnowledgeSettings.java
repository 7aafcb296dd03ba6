package org.silah.constituents.knowing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.Wanted;
import org.silah.constituents.knowing.WantedFacts.Call;
import org.silah.constituents.knowing.WantedFacts.Cost;
import org.silah.kernel.Digits;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the charity wants to know of whom, how much it matters, for how long it is good and what it takes to ask: for administrators. */
@Controller
class KnowledgeSettings {

  private static final String COSTS = "costs";
  private static final int HEAVIEST = 5;
  private static final int LONGEST = 240;
  private static final int SLOWEST = 600;
  private static final int LONGEST_GREETING = 3_600;
  private static final int MOST_QUESTIONS = 10;

  private final WantedFacts wanted;
  private final KnowledgeFollowing following;
  private final Pages pages;

  KnowledgeSettings(WantedFacts wanted, KnowledgeFollowing following, Pages pages) {
    this.wanted = wanted;
    this.following = following;
    this.pages = pages;
  }

  /** @param of the code of a kind of client or of a role; {@value #COSTS} for how long facts are good and what they cost */
  @GetMapping("/settings/knowledge")
  ModelAndView show(@RequestParam(defaultValue = "person") String of) {
    return view(of, typed(of), Map.of());
  }

  @PostMapping("/settings/knowledge")
  ModelAndView change(@RequestParam(defaultValue = "person") String of, HttpServletRequest request, RedirectAttributes flash) {
    var typed = new HashMap<String, String>();
    request.getParameterMap().forEach((box, values) -> typed.put(box, values[0]));
    try {
      if (of.equals(COSTS)) {
        wanted.cost(costs(typed), call(typed));
      } else {
        wanted.weigh(known(of), weights(of, typed));
      }
    } catch (Mistakes mistakes) {
      var again = view(of, typed, mistakes.in(pages.words(request)));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    flash.addFlashAttribute("notice", pages.words(request).get("constituents.knowing.settings.saved"));
    return new ModelAndView("redirect:/settings/knowledge?of=" + of);
  }

  private ModelAndView view(String of, Map<String, String> typed, Map<String, String> mistakes) {
    var view = new ModelAndView("constituents/knowing/settings");
    view.addObject("of", of.equals(COSTS) ? of : known(of));
    view.addObject("offered", offered());
    view.addObject("wanted", of.equals(COSTS) ? wanted.all() : suiting(of));
    view.addObject("typed", typed);
    view.addObject("mistakes", mistakes);
    view.addObject("progress", following.progress());
    return view;
  }

  private Map<String, String> typed(String of) {
    var typed = new HashMap<String, String>();
    if (of.equals(COSTS)) {
      wanted.all().forEach(one -> {
        typed.put("months." + one.item(), one.months() == null ? "" : String.valueOf(one.months()));
        typed.put("seconds." + one.item(), String.valueOf(one.seconds()));
      });
      typed.put("call-seconds", String.valueOf(wanted.call().seconds()));
      typed.put("call-questions", String.valueOf(wanted.call().questions()));
    } else {
      wanted.weights(known(of)).forEach((item, weight) -> typed.put("weight." + item, String.valueOf(weight)));
    }
    return typed;
  }

  /** Message keys of the kinds and roles, by code. */
  private static Map<String, String> offered() {
    var offered = new LinkedHashMap<String, String>();
    Arrays.stream(ClientKind.values()).forEach(kind -> offered.put(kind.code(), "constituents.kind." + kind.code()));
    Arrays.stream(ClientRole.values()).forEach(role -> offered.put(role.code(), "constituents.role." + role.code()));
    return offered;
  }

  private static String known(String of) {
    return offered().keySet().stream().filter(of::equals).findFirst().orElseThrow(NoSuchElementException::new);
  }

  /** What clients of that kind can have; of a role, which any kind may hold, everything. */
  private List<Wanted> suiting(String of) {
    var kind = Stream.of(ClientKind.values()).filter(one -> one.code().equals(of)).findFirst();
    return wanted.all().stream().filter(one -> kind.isEmpty() || one.kinds().contains(kind.get())).toList();
  }

  private Map<String, Integer> weights(String of, Map<String, String> typed) {
    var weights = new LinkedHashMap<String, Integer>();
    var mistakes = new Mistakes();
    suiting(known(of)).forEach(one -> {
      var box = "weight." + one.item();
      var weight = number(typed.get(box), 0, HEAVIEST, box, mistakes);
      if (weight != null && weight > 0) {
        weights.put(one.item(), weight);
      }
    });
    mistakes.raise();
    return weights;
  }

  private Map<String, Cost> costs(Map<String, String> typed) {
    var costs = new LinkedHashMap<String, Cost>();
    var mistakes = new Mistakes();
    for (var one : wanted.all()) {
      var months = one.ages() ? number(typed.get("months." + one.item()), 1, LONGEST, "months." + one.item(), mistakes) : null;
      var seconds = needed(typed, "seconds." + one.item(), 1, SLOWEST, mistakes);
      costs.put(one.item(), new Cost(months, seconds));
    }
    mistakes.raise();
    return costs;
  }

  private static Call call(Map<String, String> typed) {
    var mistakes = new Mistakes();
    var call = new Call(needed(typed, "call-seconds", 0, LONGEST_GREETING, mistakes), needed(typed, "call-questions", 1, MOST_QUESTIONS, mistakes));
    mistakes.raise();
    return call;
  }

  private static int needed(Map<String, String> typed, String box, int least, int most, Mistakes mistakes) {
    if (typed.getOrDefault(box, "").isBlank()) {
      mistakes.add(box, "constituents.knowing.settings.number", least, most);
      return least;
    }
    var number = number(typed.get(box), least, most, box, mistakes);
    return number == null ? least : number;
  }

  /** Null for nothing, and for what is a mistake. */
  private static @Nullable Integer number(@Nullable String text, int least, int most, String box, Mistakes mistakes) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var digits = Digits.toAscii(text.strip());
    if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
      mistakes.add(box, "constituents.knowing.settings.number", least, most);
      return null;
    }
    return Integer.valueOf(digits);
  }
}
