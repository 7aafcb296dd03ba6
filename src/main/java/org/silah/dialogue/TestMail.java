package org.silah.dialogue;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.silah.access.Staff;
import org.silah.access.StaffMembers;
import org.silah.dialogue.mail.Envelope;
import org.silah.dialogue.mail.Letter;
import org.silah.dialogue.mail.Mime;
import org.silah.dialogue.mail.Plain;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.stereotype.Component;

/** A mail to whoever is signed in, sent at once and outside the outbox. */
@Component
class TestMail {

  private final MailSettings settings;
  private final Institutions institutions;
  private final StaffMembers staff;
  private final Actors actors;
  private final Texts texts;
  private final Clock clock;

  TestMail(MailSettings settings, Institutions institutions, StaffMembers staff, Actors actors, Texts texts, Clock clock) {
    this.settings = settings;
    this.institutions = institutions;
    this.staff = staff;
    this.actors = actors;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * @param key message key of what came of it
   * @param reply what the server said, or what broke
   */
  record Outcome(boolean sent, String key, String reply) {}

  /** Where it goes; null if the signed-in person has no address. */
  @Nullable String address() {
    return me().map(Staff::email).filter(email -> !email.isBlank()).orElse(null);
  }

  /** A mail that says nothing but that mail works. */
  Outcome send(Language language) {
    var words = texts.in(language);
    var charity = institutions.charity();
    return send(new Letter(language, words.get("dialogue.test.subject"), words.get("dialogue.test.body"), charity.name(language), null,
        words.get("dialogue.test.why"), "", null));
  }

  Outcome send(Letter letter) {
    var to = address();
    var server = settings.current().server();
    if (to == null) {
      return new Outcome(false, "dialogue.test.no-address", "");
    }
    if (server == null) {
      return new Outcome(false, "dialogue.test.no-server", "");
    }
    try (var line = new MailLine(server, "silah.invalid")) {
      line.open();
      return told(line.deliver(mail(letter, to)));
    } catch (MessagingException unreachable) {
      return new Outcome(false, "dialogue.test.unreachable", Plain.line(unreachable.toString()));
    }
  }

  private static Outcome told(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Accepted(var reply) -> new Outcome(true, "dialogue.test.sent", reply);
      case Delivery.AddressRefused(var reply) -> new Outcome(false, "dialogue.test.address", reply);
      case Delivery.MessageRefused(var reply) -> new Outcome(false, "dialogue.test.refused", reply);
      case Delivery.Deferred(var reply) -> new Outcome(false, "dialogue.test.refused", reply);
      case Delivery.Broken(var reply) -> new Outcome(false, "dialogue.test.unreachable", reply);
      case Delivery.Unknown(var reply) -> new Outcome(false, "dialogue.test.unknown", reply);
    };
  }

  private Mail mail(Letter letter, String to) {
    var charity = institutions.charity();
    var id = MessageId.next();
    var from = charity.mailFrom();
    var messageId = "<test-" + id + "@" + from.substring(from.lastIndexOf('@') + 1) + ">";
    var name = me().map(member -> member.name(letter.language())).orElse("");
    var envelope = new Envelope(from, charity.name(letter.language()), charity.mailReplyTo(), to, name, messageId,
        clock.instant().atZone(charity.timeZone()), null);
    return new Mail(id, from, to, messageId, letter.subject(), letter.source(), Mime.pack(letter, envelope));
  }

  private Optional<Staff> me() {
    var actor = actors.current();
    var id = actor.id();
    return actor.kind() == Actor.Kind.STAFF && id != null ? staff.find(UUID.fromString(id)) : Optional.empty();
  }
}
