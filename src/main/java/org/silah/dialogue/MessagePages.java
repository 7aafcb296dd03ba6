package org.silah.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.access.Staff;
import org.silah.access.StaffMembers;
import org.silah.constituents.Hit;
import org.silah.constituents.search.Search;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The outbox: what was written to whom, what waits and why, and each message as the client reads it. */
@Controller
class MessagePages {

  private static final int CLIENTS_LOOKED_FOR = 20;

  private final Messages messages;
  private final MessageKinds kinds;
  private final Gate gate;
  private final Letters letters;
  private final MailSettings settings;
  private final Relay relay;
  private final Search search;
  private final StaffMembers staff;
  private final Audit audit;
  private final Pages pages;

  MessagePages(Messages messages, MessageKinds kinds, Gate gate, Letters letters, MailSettings settings, Relay relay, Search search,
      StaffMembers staff, Audit audit, Pages pages) {
    this.messages = messages;
    this.kinds = kinds;
    this.gate = gate;
    this.letters = letters;
    this.settings = settings;
    this.relay = relay;
    this.search = search;
    this.staff = staff;
    this.audit = audit;
    this.pages = pages;
  }

  /** How sending does as a whole. */
  record Health(boolean configured, boolean demonstration, Relay.@Nullable Trouble trouble) {}

  @GetMapping("/messages")
  String list(@RequestParam(defaultValue = "sent") String state, @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID after, Model model) {
    var tab = MessageState.Tab.of(state);
    var last = after == null ? null : messages.find(new MessageId(after)).orElse(null);
    var rows = q.isBlank() ? messages.on(tab, last) : messages.to(search.find(q, CLIENTS_LOOKED_FOR).stream().map(Hit::id).toList(), last);
    model.addAttribute("tab", q.isBlank() ? tab : null);
    model.addAttribute("q", q.strip());
    model.addAttribute("rows", rows.size() > Messages.ROWS ? rows.subList(0, Messages.ROWS) : rows);
    model.addAttribute("more", rows.size() > Messages.ROWS);
    model.addAttribute("counts", messages.counts());
    model.addAttribute("kinds", kinds);
    model.addAttribute("health", health());
    model.addAttribute("first", last == null);
    return "dialogue/messages";
  }

  @GetMapping("/messages/{id}")
  @Transactional
  String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
    var message = messages.find(new MessageId(id)).orElseThrow(NoSuchElementException::new);
    audit.record("message.read", "message", message.id(), Map.of("client", message.party().toString()));
    model.addAttribute("message", message);
    model.addAttribute("kinds", kinds);
    model.addAttribute("steps", messages.steps(message.id()));
    model.addAttribute("names", new Takers(staff));
    model.addAttribute("health", health());
    return "dialogue/message";
  }

  /** What was sent, or what would be if it left now. */
  @GetMapping("/messages/{id}/letter")
  void letter(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    var message = messages.find(new MessageId(id)).orElseThrow(NoSuchElementException::new);
    LetterFrame.write(letters.reread(message, gate).html(), response);
  }

  private Health health() {
    return new Health(settings.current().server() != null, settings.toSink(), relay.trouble());
  }

  /** Names of those who decided something. */
  static final class Takers {

    private final StaffMembers staff;

    Takers(StaffMembers staff) {
      this.staff = staff;
    }

    /** Null when it was no staff member. */
    @Nullable String name(@Nullable String actorCode, Page page) {
      if (actorCode == null || !actorCode.startsWith("staff:")) {
        return null;
      }
      return staff.find(UUID.fromString(actorCode.substring("staff:".length()))).map((Staff member) -> member.name(page.language())).orElse(null);
    }
  }
}
