package org.silah.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Topic;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where the link in a mail leads. Looking changes nothing, whoever looks: only a POST does, from our page or from a mail
 * program (RFC 8058), and that needs no sign-in. A link that we never sent looks and answers like any other.
 */
@Controller
class UnsubscribePages {

  private final Unsubscribing unsubscribing;
  private final Guesses guesses;

  UnsubscribePages(Unsubscribing unsubscribing, Guesses guesses) {
    this.unsubscribing = unsubscribing;
    this.guesses = guesses;
  }

  /** What the page tells: before anything was done, after it, or that it was undone. */
  enum Stage { ASK, DONE, UNDONE }

  @GetMapping("/unsubscribe/{token}")
  String show(@PathVariable String token, HttpServletRequest request, Model model) {
    var link = read(token, request);
    var refused = link.map(Unsubscribing.Link::refused).orElse(false);
    return page(token, link, refused ? Stage.DONE : Stage.ASK, refused ? List.of(link.orElseThrow().topic()) : List.of(), false, model);
  }

  @PostMapping("/unsubscribe/{token}")
  String act(@PathVariable String token, HttpServletRequest request, Model model) {
    var link = read(token, request);
    var from = Guesses.network(request.getRemoteAddr());
    var choice = parameter(request, "choice");
    if ("undo".equals(choice)) {
      var topics = topics(parameter(request, "topics"));
      link.ifPresent(known -> unsubscribing.undo(known, topics, from));
      return page(token, link, Stage.UNDONE, List.of(), false, model);
    }
    var all = "all".equals(choice);
    var stopped = link
        .map(known -> unsubscribing.refuse(known, all ? Unsubscribing.all() : Set.of(known.topic()), from))
        .orElseGet(() -> Set.copyOf(all ? Unsubscribing.all() : Set.of(Topic.THANKS)));
    return page(token, link, Stage.DONE, stopped, all, model);
  }

  private Optional<Unsubscribing.Link> read(String token, HttpServletRequest request) {
    var link = unsubscribing.read(token);
    if (link.isEmpty() && !guesses.mayGoOn(Guesses.network(request.getRemoteAddr()))) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    link.ifPresent(known -> Pages.prefer(known.language(), request));
    return link;
  }

  private static String page(
      String token, Optional<Unsubscribing.Link> link, Stage stage, Collection<Topic> stopped, boolean all, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("topic", link.map(Unsubscribing.Link::topic).orElse(Topic.THANKS));
    model.addAttribute("stage", stage);
    model.addAttribute("all", all);
    model.addAttribute("stopped", stopped.stream().map(Topic::code).collect(Collectors.joining(",")));
    return "dialogue/unsubscribe";
  }

  private static List<Topic> topics(@Nullable String codes) {
    return codes == null ? List.of() : Stream.of(Topic.values()).filter(topic -> List.of(codes.split(",")).contains(topic.code())).toList();
  }

  /** A mail program may send any body, and one that we cannot read means what the bare request means. */
  private static @Nullable String parameter(HttpServletRequest request, String name) {
    try {
      return request.getParameter(name);
    } catch (RuntimeException unreadable) {
      return null;
    }
  }
}
