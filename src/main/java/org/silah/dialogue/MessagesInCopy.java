package org.silah.dialogue;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Messages and how they are written. The mail server stays behind: no copy begins to send by itself what the other may be sending too. */
@Component
class MessagesInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("dialogue.template", "code, language, subject, body, changed_at, changed_by"),
        CopiedTable.of("dialogue.gate_setting", "only_one, quiet_from, quiet_until, cap_messages, cap_days, changed_at, changed_by").inPlaceOfOurs(),
        CopiedTable.of("dialogue.mail_setting", "only_one, security, unsubscribe_mailbox, when_uncertain, changed_at, changed_by").inPlaceOfOurs()
            .without("host", "null").without("port", "null").without("username", "null").without("password", "null"),
        CopiedTable.of("dialogue.token_key", "only_one, key").inPlaceOfOurs(),
        CopiedTable.of("dialogue.message", """
            id, unique_key, party_id, channel, topic, purpose, template, language, context, officer_id, reference, batch, state,
            reason, released_by, basis, not_before, attempts, claimed_by, address, subject, body, message_id, smtp_reply,
            created_at, sending_at, sent_at"""),
        CopiedTable.of("dialogue.message_step", "id, message_id, at, step, detail, taken_by"),
        CopiedTable.of("dialogue.suppressed_address", "address, reason, at"));
  }

  @Override
  public Map<String, String> leftOut() {
    return Map.of(
        "dialogue.courier", "who is at work, not what is done");
  }
}
