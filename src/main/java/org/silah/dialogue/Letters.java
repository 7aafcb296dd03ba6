package org.silah.dialogue;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institution;
import org.silah.access.Institutions;
import org.silah.access.Staff;
import org.silah.access.StaffMembers;
import org.silah.constituents.Topic;
import org.silah.dialogue.mail.Envelope;
import org.silah.dialogue.mail.Letter;
import org.silah.dialogue.mail.Mime;
import org.silah.dialogue.mail.Plain;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.stereotype.Component;

/** Writes the letter to a client and packs it into a mail. */
@Component
class Letters {

  private final Templates templates;
  private final MessageKinds kinds;
  private final Institutions institutions;
  private final StaffMembers staff;
  private final MailSettings settings;
  private final Tokens tokens;
  private final Texts texts;
  private final Clock clock;

  Letters(Templates templates, MessageKinds kinds, Institutions institutions, StaffMembers staff, MailSettings settings, Tokens tokens,
      Texts texts, Clock clock) {
    this.templates = templates;
    this.kinds = kinds;
    this.institutions = institutions;
    this.staff = staff;
    this.settings = settings;
    this.tokens = tokens;
    this.texts = texts;
    this.clock = clock;
  }

  /** What is asked once for many letters: charity, texts, officers. One thread's. */
  class Desk {

    private final Institution charity = institutions.charity();
    private final Templates.Current current = templates.current();
    private final @Nullable String stopMailbox = settings.kept().unsubscribeMailbox();
    private final Map<UUID, Optional<Staff>> officers = new HashMap<>();

    /** @throws org.silah.dialogue.mail.BadTemplate if its text cannot be filled */
    Mail mail(Addressed client) {
      var to = client.address();
      if (to == null) {
        throw new IllegalArgumentException("no address");
      }
      var letter = letter(client, current.ready(client.kind(), client.language()), stopUrl(client));
      var from = charity.mailFrom();
      var messageId = client.messageId() == null ? "<" + client.id() + "@" + domain(from) + ">" : client.messageId();
      var envelope = new Envelope(from, charity.name(client.language()), charity.mailReplyTo(), to, Greetings.name(client), messageId,
          clock.instant().atZone(charity.timeZone()), stopMailbox);
      return new Mail(client.id(), from, to, messageId, letter.subject(), letter.source(), Mime.pack(letter, envelope));
    }

    Letter letter(Addressed client, Templates.Ready text, @Nullable String stopUrl) {
      var fields = fields(client);
      var subject = Plain.line(text.subject().render(fields));
      return framed(client.language(), client.kind(), subject, text.body().render(fields), stopUrl);
    }

    /** A letter whose text stands already, such as one that was sent. */
    Letter framed(Language language, String kind, String subject, String body, @Nullable String stopUrl) {
      var words = texts.in(language);
      var topic = kinds.find(kind).map(MessageKind::topic).orElse(Topic.THANKS).code();
      var licence = charity.licenceNumber() == null ? null : words.get("dialogue.mail.licence", Plain.line(charity.licenceNumber()));
      return new Letter(language, subject, body, Plain.line(charity.name(language)), licence,
          words.get("dialogue.mail.why." + topic), words.get("dialogue.mail.stop." + topic), stopUrl);
    }

    Templates.Current texts() {
      return current;
    }

    private Map<String, String> fields(Addressed client) {
      var fields = new HashMap<String, String>();
      kinds.fields(client.kind()).forEach(field -> fields.put(field, ""));
      client.context().forEach((field, value) -> fields.put(field, Plain.line(value)));
      fields.put("greeting", Greetings.of(client, texts.in(client.language())));
      fields.put("name", Greetings.name(client));
      fields.put("charity", Plain.line(charity.name(client.language())));
      fields.put("officer", client.officer() == null ? "" : officer(client.officer(), client.language()));
      return fields;
    }

    private String stopUrl(Addressed client) {
      return charity.publicUrl().toString().replaceFirst("/+$", "") + "/unsubscribe/" + tokens.of(client.id());
    }

    /** Whoever left the charity does not sign any more. */
    private String officer(UUID id, Language language) {
      return officers.computeIfAbsent(id, staff::find).filter(member -> !member.disabled()).map(member -> Plain.line(member.name(language))).orElse("");
    }
  }

  Desk desk() {
    return new Desk();
  }

  /** A message as the client reads it: as it was sent, or, before that, as it would be now. */
  Letter reread(MessageRow message, Gate gate) {
    var desk = desk();
    if (message.subject() != null && message.body() != null) {
      return desk.framed(message.language(), message.kind(), message.subject(), message.body(), null);
    }
    var client = gate.judge(List.of(message.id())).messages().getFirst();
    return desk.letter(client, desk.texts().ready(message.kind(), message.language()), null);
  }

  /** How we call ourselves when we greet a mail server. */
  String greetingName() {
    return domain(institutions.charity().mailFrom());
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
