package org.silah.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import org.silah.constituents.Channel;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePanel;
import org.silah.constituents.Topic;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** What the profile says of our contacts with a client: how many, the last one, and what may still be written. */
@Component
class ContactPanel implements ProfilePanel {

  /** How many, the last one, an address that works. */
  private static final int POSSIBLE = 3;

  private final Contacts contacts;
  private final Constituents constituents;
  private final Fragments fragments;

  ContactPanel(Contacts contacts, Constituents constituents, Fragments fragments) {
    this.contacts = contacts;
    this.constituents = constituents;
    this.fragments = fragments;
  }

  /** Whether something may be written, as the gate would find. */
  record Open(Topic topic, boolean open) {}

  @Override
  public Group group() {
    return Group.BEFORE_DEALING;
  }

  @Override
  public Facts facts(PartyId party, Page page) {
    var summary = contacts.of(party);
    var address = constituents.email(party);
    var reachable = address.isPresent() && !summary.suppressed();
    var topics = new ArrayList<Open>();
    for (var topic : Topic.values()) {
      topics.add(new Open(topic, reachable && constituents.consent(party, Channel.EMAIL, topic).orElse(!topic.needsYes())));
    }
    var params = new HashMap<String, Object>();
    params.put("page", page);
    params.put("contacts", summary);
    params.put("reachable", reachable);
    params.put("topics", topics);
    int known = (summary.sent() > 0 ? 2 : 0) + (reachable ? 1 : 0);
    var newest = summary.lastAt() == null ? null : summary.lastAt().atZone(page.brand().zone()).toLocalDate();
    return new Facts(known, POSSIBLE, newest, fragments.of("dialogue/contacts", params));
  }
}
