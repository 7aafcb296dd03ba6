package org.silah.dialogue;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.dialogue.mail.Letter;
import org.silah.web.Fragments;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Letters as they would be for a real client, or, as long as none is chosen, for one that we make up. */
@Component
class Previews {

  private final Letters letters;
  private final Constituents constituents;
  private final Fragments fragments;
  private final Texts texts;

  Previews(Letters letters, Constituents constituents, Fragments fragments, Texts texts) {
    this.letters = letters;
    this.constituents = constituents;
    this.fragments = fragments;
    this.texts = texts;
  }

  /** @param as id of a client; anything else for the made-up one */
  Letter letter(MessageKind kind, Language language, Templates.Ready text, String as) {
    var words = texts.in(language);
    var recipient = client(as).map(client -> addressed(client, kind, language, words)).orElseGet(() -> madeUp(kind, language, words));
    return letters.desk().letter(recipient, text, null);
  }

  @Nullable String nameOf(String as) {
    return client(as).map(Client::displayName).orElse(null);
  }

  /** A page with nothing but a sentence, for the frame of a preview. */
  String sentence(String sentence, Language language) {
    var html = new StringOutput();
    Content page = fragments.of("dialogue/mail/sentence", Map.of("sentence", sentence, "language", language));
    page.writeTo(html);
    return html.toString();
  }

  private Optional<Client> client(String as) {
    try {
      return as.isBlank() ? Optional.empty() : constituents.find(PartyId.of(as));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static Addressed addressed(Client client, MessageKind kind, Language language, Words words) {
    return new Addressed(MessageId.next(), client.id(), kind.code(), language, kind.example().in(words), client.officer(), client.displayName(),
        null, client.title(), null, client.gender(), client.kind(), null, null, null, 0, false);
  }

  private static Addressed madeUp(MessageKind kind, Language language, Words words) {
    return new Addressed(MessageId.next(), new PartyId(new UUID(0, 0)), kind.code(), language, kind.example().in(words), null,
        words.get("dialogue.example.name"), null, null, null, Client.Gender.FEMALE, ClientKind.PERSON, null, null, null, 0, false);
  }
}
