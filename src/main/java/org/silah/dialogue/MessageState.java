package org.silah.dialogue;

import java.util.Locale;

/** Where a message stands. */
enum MessageState {
  QUEUED, CLAIMED, SENDING, SENT, HELD, FAILED, UNCERTAIN, CANCELLED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MessageState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** What people call it: from queue to connection it waits. */
  Tab tab() {
    return switch (this) {
      case QUEUED, CLAIMED, SENDING -> Tab.WAITING;
      case SENT -> Tab.SENT;
      case HELD -> Tab.HELD;
      case FAILED -> Tab.FAILED;
      case UNCERTAIN -> Tab.UNCERTAIN;
      case CANCELLED -> Tab.CANCELLED;
    };
  }

  /** The pages of the outbox. */
  enum Tab {
    SENT, WAITING, HELD, UNCERTAIN, FAILED, CANCELLED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** @return {@link #SENT} for anything that is no tab */
    static Tab of(String code) {
      for (var tab : values()) {
        if (tab.code().equals(code)) {
          return tab;
        }
      }
      return SENT;
    }

    /** Message key of its name. */
    String key() {
      return "dialogue.tab." + code();
    }

    /** Colour of its pill. */
    String tone() {
      return switch (this) {
        case SENT -> "ok";
        case WAITING -> "info";
        case HELD, UNCERTAIN -> "warn";
        case FAILED -> "bad";
        case CANCELLED -> "";
      };
    }
  }
}
