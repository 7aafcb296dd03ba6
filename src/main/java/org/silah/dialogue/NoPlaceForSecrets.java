package org.silah.dialogue;

import org.silah.kernel.BrokenRule;

/** There is neither a data folder nor a key in the environment, so a password cannot be kept. */
final class NoPlaceForSecrets extends BrokenRule {

  private static final long serialVersionUID = 1;

  NoPlaceForSecrets() {
    super("dialogue.mail.no-place-for-secrets");
  }
}
