package org.silah.dialogue;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;
import org.silah.web.Language;

/**
 * A message of the outbox together with whom it goes to and what the gate finds, as of one moment.
 *
 * @param salutation what the charity wrote for this family, null for ours
 * @param address null when the client has none
 * @param obstacle why it may not go, null when it may
 * @param messageId of the first attempt, so that a second one is known to be the same mail
 * @param released whether a person let it pass cap and quiet hours
 */
record Addressed(
    MessageId id, PartyId party, String kind, Language language, Map<String, String> context, @Nullable UUID officer, String name,
    @Nullable String latinName, @Nullable String title, @Nullable String salutation, Client.@Nullable Gender gender, ClientKind clientKind, @Nullable String address,
    @Nullable Obstacle obstacle, @Nullable String messageId, int attempts, boolean released) {}
