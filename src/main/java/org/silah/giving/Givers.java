package org.silah.giving;

import java.util.List;
import java.util.Optional;
import org.silah.access.Institutions;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.Hit;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.search.Search;
import org.silah.kernel.Digits;
import org.silah.kernel.Emails;
import org.silah.kernel.PersonName;
import org.silah.kernel.PhoneNumber;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;

/** Tells who gave from what was typed. When that is not certain it asks, and never takes the likeliest. */
@Component
class Givers {

  static final int SHOWN = 8;
  private static final int WHOLE_NUMBER = 8;

  private final Constituents constituents;
  private final Search search;
  private final Institutions institutions;

  Givers(Constituents constituents, Search search, Institutions institutions) {
    this.constituents = constituents;
    this.search = search;
    this.institutions = institutions;
  }

  /** @param candidates to choose from when the giver is not certain */
  record Found(Optional<Giver> giver, List<Hit> candidates) {

    static Found known(PartyId id) {
      return new Found(Optional.of(new Giver.Known(id)), List.of());
    }

    static Found nobody() {
      return new Found(Optional.empty(), List.of());
    }
  }

  Found find(GiftForm form, Mistakes mistakes) {
    var chosen = client(form.giverChoice()).or(() -> client(form.giver()).filter(client -> standsFor(client, form.giverText())));
    if (chosen.isPresent()) {
      return Found.known(chosen.get().id());
    } else if (form.makesGiver()) {
      return fresh(form, mistakes);
    } else {
      return named(form.giverText(), mistakes);
    }
  }

  /** @param candidates who may be meant by the words in the box */
  record Filtered(Filtering asked, List<Hit> candidates) {}

  /** The filter with whoever the words in its box mean. */
  Filtered filtered(Filtering typed) {
    var text = typed.giverText();
    if (text == null || client(typed.giver()).filter(client -> standsFor(client, text)).isPresent() && !text.isEmpty()) {
      return new Filtered(typed, List.of());
    }
    var hits = text.isEmpty() ? List.<Hit>of() : search.find(text, SHOWN);
    if (hits.size() == 1) {
      return new Filtered(typed.of(hits.getFirst().id()), List.of());
    }
    var nobody = new Filtering(typed.from(), typed.to(), typed.purpose(), typed.channel(), typed.standing(), "", text);
    return new Filtered(nobody, hits);
  }

  Optional<Client> client(String id) {
    try {
      return constituents.find(PartyId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean standsFor(Client client, String text) {
    return text.isEmpty() || PersonName.sameName(client.displayName(), text);
  }

  private Found named(String text, Mistakes mistakes) {
    if (text.isEmpty()) {
      mistakes.add("giver", "giving.giver.missing");
      return Found.nobody();
    }
    var hits = search.find(text, SHOWN);
    if (hits.size() == 1 && isCertain(hits.getFirst(), text)) {
      return Found.known(hits.getFirst().id());
    }
    mistakes.add("giver", hits.isEmpty() ? "giving.giver.nobody" : "giving.giver.several");
    return new Found(Optional.empty(), hits);
  }

  /** Fits by the whole name or a whole number or address; the beginning of one is not enough. */
  private static boolean isCertain(Hit hit, String text) {
    var digits = digits(text);
    return PersonName.sameName(hit.displayName(), text)
        || digits.equals(String.valueOf(hit.fileNumber()))
        || hit.matched() != null && (hit.matched().equalsIgnoreCase(text)
            || digits.length() >= WHOLE_NUMBER && digits(hit.matched()).endsWith(digits.replaceFirst("^0+", "")));
  }

  private static String digits(String text) {
    return Digits.toAscii(text).replaceAll("[^0-9]", "");
  }

  private Found fresh(GiftForm form, Mistakes mistakes) {
    var name = form.newName().isEmpty() ? form.giverText() : form.newName();
    if (name.isEmpty()) {
      mistakes.add("new_name", "giving.giver.name-missing");
    }
    var client = Fields.read(mistakes, "new_contact", () -> reachable(NewClient.person(name, "gift"), form.newContact()));
    if (client == null || name.isEmpty()) {
      return Found.nobody();
    }
    var holders = form.newContact().isEmpty() || form.sharesContact() ? List.<Hit>of() : search.find(form.newContact(), SHOWN);
    if (!holders.isEmpty()) {
      mistakes.add("new_contact", "giving.giver.contact-known");
      return new Found(Optional.empty(), holders);
    }
    return new Found(Optional.of(new Giver.Fresh(client)), List.of());
  }

  /** @throws org.silah.kernel.Unreadable if it is neither a phone number nor an e-mail address */
  private NewClient reachable(NewClient client, String contact) {
    if (contact.isEmpty()) {
      return client;
    }
    return contact.contains("@")
        ? client.email(Emails.parse(contact))
        : client.phone(PhoneNumber.parse(contact, institutions.charity().region()));
  }
}
