package org.silah.constituents.fields;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientRole;

/** When a client may not be without a value. */
sealed interface Need {

  record Never() implements Need {}

  record Always() implements Need {}

  /** While the client holds a role. */
  record WithRole(ClientRole role) implements Need {}

  /**
   * While another field has a value.
   *
   * @param option of the other field; null where the other is a yes or no, and the yes is meant
   */
  record WithValue(UUID field, @Nullable UUID option) implements Need {}

  Need NEVER = new Never();
  Need ALWAYS = new Always();
}
