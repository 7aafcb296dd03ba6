package org.silah.constituents.families;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each word that one client can be to another: the kinds of kin, the two kinds of guardian, and the other kinds of tie. */
public enum Bond {
  PARENT(TieKind.KIN), GRANDPARENT(TieKind.KIN), SIBLING(TieKind.KIN), UNCLE_PATERNAL(TieKind.KIN), UNCLE_MATERNAL(TieKind.KIN),
  COUSIN_AMM(TieKind.KIN), COUSIN_KHAL(TieKind.KIN), COUSIN_KHALA(TieKind.KIN), SPOUSE(TieKind.KIN), PARENT_IN_LAW(TieKind.KIN),
  STEP_PARENT(TieKind.KIN), MILK_SIBLING(TieKind.KIN), RELATIVE(TieKind.KIN),
  WALI(TieKind.GUARDIAN), WASI(TieKind.GUARDIAN),
  EMPLOYER(TieKind.EMPLOYER), REFERRER(TieKind.REFERRER), DECISION_MAKER(TieKind.DECISION_MAKER), CONTACT(TieKind.CONTACT), PARTNER(TieKind.PARTNER);

  private static final Set<Bond> MUTUAL = Set.of(SIBLING, COUSIN_AMM, COUSIN_KHALA, SPOUSE, MILK_SIBLING, RELATIVE, PARTNER);

  /** Of these, two people have one at most: nobody is somebody's father and brother. */
  static final List<Bond> NEAR = List.of(PARENT, GRANDPARENT, SIBLING, UNCLE_PATERNAL, UNCLE_MATERNAL);

  private final TieKind kind;

  Bond(TieKind kind) {
    this.kind = kind;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Bond> named(@Nullable String code) {
    return Arrays.stream(values()).filter(bond -> bond.code().equals(code)).findFirst();
  }

  static Bond of(TieKind kind, @Nullable String what) {
    return valueOf((what == null ? kind.code() : what).toUpperCase(Locale.ROOT));
  }

  TieKind kind() {
    return kind;
  }

  /** Null where the kind says it all. */
  @Nullable String what() {
    return kind == TieKind.KIN || kind == TieKind.GUARDIAN ? code() : null;
  }

  /** Whether each is to the other what the other is to the one. */
  boolean mutual() {
    return MUTUAL.contains(this);
  }

  /** Message key of what the first is to the second, or the second to the first. */
  String key(boolean reverse) {
    return "constituents.bond." + code() + (reverse && !mutual() ? ".reverse" : "");
  }
}
