package org.silah.dialogue;

import org.silah.kernel.BrokenRule;

/** The message moved on meanwhile, or what was asked is not for people to decide, such as a client's no. */
final class NotToBeDecided extends BrokenRule {

  private static final long serialVersionUID = 1;

  NotToBeDecided() {
    super("dialogue.message.not-to-be-decided");
  }
}
