package org.silah.giving;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form for a gift, as it was typed.
 *
 * @param giver id of the client who was chosen while typing
 * @param giverText what stands in the box, which may have been typed over since
 * @param giverChoice what was chosen from several who fit: a client's id, {@code new}, or {@code anyway} for somebody new who
 *     shares a known client's phone or e-mail
 * @param newName name of a giver to be made, with a phone or an e-mail as {@code newContact}
 */
record GiftForm(
    String giver, @BindParam("giver-text") String giverText, @BindParam("giver_choice") String giverChoice,
    @BindParam("new_name") String newName, @BindParam("new_contact") String newContact,
    String amount, String currency, @BindParam("given_on") String givenOn, String purpose, String designation, String channel) {

  GiftForm(
      @Nullable String giver, @Nullable @BindParam("giver-text") String giverText, @Nullable @BindParam("giver_choice") String giverChoice,
      @Nullable @BindParam("new_name") String newName, @Nullable @BindParam("new_contact") String newContact,
      @Nullable String amount, @Nullable String currency, @Nullable @BindParam("given_on") String givenOn, @Nullable String purpose,
      @Nullable String designation, @Nullable String channel) {
    this.giver = typed(giver);
    this.giverText = typed(giverText);
    this.giverChoice = typed(giverChoice);
    this.newName = typed(newName);
    this.newContact = typed(newContact);
    this.amount = typed(amount);
    this.currency = typed(currency);
    this.givenOn = typed(givenOn);
    this.purpose = typed(purpose);
    this.designation = typed(designation);
    this.channel = typed(channel);
  }

  /** A form to begin with. */
  static GiftForm blank(String giver, String giverText, String currency, String givenOn, String channel) {
    return new GiftForm(giver, giverText, "", "", "", "", currency, givenOn, "", "", channel);
  }

  /** The box for the project is seen only with that purpose; what was typed before another was chosen is let go. */
  TypedGift gift() {
    return new TypedGift(amount, currency, givenOn, purpose, purpose.equals(Purpose.PROJECT.code()) ? designation : "", channel);
  }

  boolean makesGiver() {
    return !newName.isEmpty() || !newContact.isEmpty() || giverChoice.equals("new") || sharesContact();
  }

  boolean sharesContact() {
    return giverChoice.equals("anyway");
  }

  /** The same form with room for a new giver of that name. */
  GiftForm making(String name) {
    return new GiftForm("", "", "new", name, newContact, amount, currency, givenOn, purpose, designation, channel);
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
