package org.silah.dialogue;

import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailbox of the demonstration: what clients would have got, as their mail programs would show it. */
@Controller
class MailboxPages {

  private static final int ROWS = 50;
  private static final int KEPT = 1000;

  private final DemoSink sink;

  MailboxPages(DemoSink sink) {
    this.sink = sink;
  }

  @GetMapping("/demo/mailbox")
  String list(@RequestParam(defaultValue = "0") long before, Model model) throws MessagingException, IOException {
    var all = sink.sink().orElseThrow().newest(KEPT).stream().filter(mail -> before == 0 || mail.number() < before).limit(ROWS + 1L).toList();
    var mails = new ArrayList<ReceivedMail>();
    for (var mail : all.subList(0, Math.min(ROWS, all.size()))) {
      mails.add(ReceivedMail.of(mail));
    }
    model.addAttribute("mails", List.copyOf(mails));
    model.addAttribute("more", all.size() > ROWS);
    model.addAttribute("first", before == 0);
    return "dialogue/mailbox";
  }

  @GetMapping("/demo/mailbox/{number}")
  String show(@PathVariable long number, Model model) throws MessagingException, IOException {
    model.addAttribute("mail", mail(number));
    return "dialogue/mailbox-mail";
  }

  @GetMapping("/demo/mailbox/{number}/letter")
  void letter(@PathVariable long number, HttpServletResponse response) throws MessagingException, IOException {
    LetterFrame.write(mail(number).html(), response);
  }

  private ReceivedMail mail(long number) throws MessagingException, IOException {
    return ReceivedMail.of(sink.sink().flatMap(open -> open.find(number)).orElseThrow());
  }
}
