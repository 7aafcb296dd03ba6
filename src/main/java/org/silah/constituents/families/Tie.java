package org.silah.constituents.families;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;

/** What {@code first} is to {@code second}: one row, read from both ends. */
public record Tie(
    UUID id, Bond bond, End first, End second, @Nullable LocalDate since, @Nullable LocalDate until, @Nullable Ended ended, Told told, String source,
    Instant recordedAt, @Nullable String recordedBy) {

  record End(PartyId id, String name, ClientKind kind, Client.@Nullable Gender gender) {

    String sex() {
      return gender == null ? "unknown" : gender.code();
    }
  }

  /** What else is known: of work a post; of who decides their influence, style, what sways them and how to reach them. */
  public record Told(
      @Nullable String post, @Nullable Influence influence, @Nullable Style style, @Nullable String sways, @Nullable String reach, @Nullable String note) {

    public static Told nothing() {
      return new Told(null, null, null, null, null, null);
    }

    public static Told post(String post) {
      return new Told(post, null, null, null, null, null);
    }
  }

  public enum Influence {
    HIGH, MEDIUM, LOW;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Style {
    QUICK, CAREFUL, FIGURES, PEOPLE, CONSULTS;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Ended {
    OVER, DEATH, MISTAKE;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean present() {
    return ended == null;
  }

  /** Whether {@code client} is the second of the two, who reads of the first what they are to them. */
  boolean isSecond(PartyId client) {
    return second.id.equals(client);
  }

  End other(PartyId client) {
    return isSecond(client) ? first : second;
  }

  /** Message key of what the other is to {@code client}; its argument is {@link End#sex} of the other. */
  String key(PartyId client) {
    return bond.key(!isSecond(client));
  }
}
