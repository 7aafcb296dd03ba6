package org.silah.dialogue;

import org.silah.dialogue.mail.Plain;
import org.silah.dialogue.mail.Wording;
import org.silah.web.Language;
import org.silah.web.Words;

/** How a client is addressed: by title, or by gender, or, where neither is known, with a respect that fits anyone. */
final class Greetings {

  private Greetings() {}

  static String name(Addressed client) {
    var latin = client.latinName();
    return Plain.line(client.language() == Language.EN && latin != null && !latin.isBlank() ? latin : client.name());
  }

  static String of(Addressed client, Words words) {
    var name = isolated(name(client));
    var gender = client.gender() == null ? "unknown" : client.gender().code();
    return switch (client.clientKind()) {
      case PERSON -> {
        var title = client.title() == null ? "" : Plain.line(client.title());
        yield title.isEmpty()
            ? words.get("dialogue.greeting.person", name, gender)
            : words.get("dialogue.greeting.titled", isolated(title), name, gender).strip();
      }
      case FAMILY -> client.salutation() == null ? words.get("constituents.salutation.family", name) : Plain.line(client.salutation());
      case ORGANISATION, AGENCY, OTHER -> words.get("dialogue.greeting.organisation", name);
    };
  }

  private static String isolated(String text) {
    return Wording.ISOLATE + text + Wording.END_ISOLATE;
  }
}
