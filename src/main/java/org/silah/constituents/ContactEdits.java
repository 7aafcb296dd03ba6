package org.silah.constituents;

import static org.silah.constituents.ProfilePanel.Group.IDENTITY;

import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Ids;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A client's phones, e-mails, addresses and identity numbers come and go. */
@Controller
class ContactEdits {

  private static final int LINE = 200;

  private final ContactPoints contacts;
  private final Institutions institutions;
  private final Recording recording;
  private final Edits edits;

  ContactEdits(ContactPoints contacts, Institutions institutions, Recording recording, Edits edits) {
    this.contacts = contacts;
    this.institutions = institutions;
    this.recording = recording;
    this.edits = edits;
  }

  record Point(@Nullable String value, @Nullable String label, @Nullable String source) {}

  record Number(@Nullable String kind, @Nullable String issuer, @Nullable String number, @Nullable String source) {

    /** @param country of the charity, which numbers of the state are from unless said otherwise */
    Identity read(String country) {
      var known = Codes.of(IdentityKind.values(), IdentityKind::code, kind, "kind");
      var from = Typed.optional(issuer, LINE);
      if (from == null && known == IdentityKind.BRANCH_FILE) {
        throw Mistakes.of("issuer", "constituents.identity.branch-missing");
      }
      return Identity.parse(known, from == null ? country : from, number == null ? "" : number);
    }
  }

  record Place(
      @Nullable String country, @Nullable String region, @Nullable String city, @Nullable String district, @Nullable String street,
      @Nullable String building, @Nullable String postcode, @Nullable String shortCode, @Nullable String sheltered, @Nullable String source) {}

  @PostMapping("/clients/{id}/phones")
  ModelAndView addPhone(@PathVariable PartyId id, Point phone, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "phone", "value", request, () -> contacts.addPhone(id, phone.value, phone.label, Edits.source(phone.source)));
  }

  @PostMapping("/clients/{id}/phones/removal")
  ModelAndView removePhone(@PathVariable PartyId id, @RequestParam String value, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "", "value", request, () -> contacts.removePhone(id, value));
  }

  @PostMapping("/clients/{id}/emails")
  ModelAndView addEmail(@PathVariable PartyId id, Point email, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "email", "value", request, () -> contacts.addEmail(id, email.value, email.label, Edits.source(email.source)));
  }

  @PostMapping("/clients/{id}/emails/removal")
  ModelAndView removeEmail(@PathVariable PartyId id, @RequestParam String value, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "", "value", request, () -> contacts.removeEmail(id, value));
  }

  @PostMapping("/clients/{id}/identities")
  ModelAndView addIdentity(@PathVariable PartyId id, Number typed, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "identity", "number", request,
        () -> contacts.addIdentity(id, typed.read(institutions.charity().region()), Edits.source(typed.source)));
  }

  @PostMapping("/clients/{id}/identities/removal")
  ModelAndView removeIdentity(@PathVariable PartyId id, @RequestParam String kind, @RequestParam String issuer, @RequestParam String number,
      HttpServletRequest request) {
    var identity = new Identity(Codes.of(IdentityKind.values(), IdentityKind::code, kind, "kind"), issuer, number);
    return edits.make(id, IDENTITY, "", "number", request, () -> contacts.removeIdentity(id, identity));
  }

  @PostMapping("/clients/{id}/addresses")
  ModelAndView addAddress(@PathVariable PartyId id, Place typed, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "address", "city", request, () -> contacts.addAddress(id, read(typed)));
  }

  @PostMapping("/clients/{id}/addresses/removal")
  ModelAndView removeAddress(@PathVariable PartyId id, @RequestParam String value, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "", "city", request, () -> contacts.removeAddress(id, id(value)));
  }

  @PostMapping("/clients/{id}/addresses/{address}/protection")
  ModelAndView protect(@PathVariable PartyId id, @PathVariable UUID address, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "", "city", request, () -> contacts.shelterAddress(id, address, true));
  }

  @PostMapping("/clients/{id}/addresses/{address}/protection/end")
  ModelAndView unprotect(@PathVariable PartyId id, @PathVariable UUID address, HttpServletRequest request) {
    return edits.make(id, IDENTITY, "", "city", request, () -> contacts.shelterAddress(id, address, false));
  }

  private Address read(Place typed) {
    var country = Typed.optional(typed.country, 2);
    var address = new Address(
        Ids.next(), country != null && Shown.isCountry(country) ? country : null, Typed.optional(typed.region, LINE), Typed.optional(typed.city, LINE),
        Typed.optional(typed.district, LINE), Typed.optional(typed.street, LINE), Typed.optional(typed.building, LINE),
        Typed.optional(typed.postcode, LINE), Typed.optional(typed.shortCode, LINE), typed.sheltered != null, Edits.source(typed.source), recording.today(), recording.by());
    if (address.lines().isEmpty()) {
      throw Mistakes.of("city", "constituents.text.missing");
    }
    return address;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NoSuchElementException(e);
    }
  }
}
