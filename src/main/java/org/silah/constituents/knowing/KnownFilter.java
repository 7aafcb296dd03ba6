package org.silah.constituents.knowing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.IdentityKind;
import org.silah.constituents.Standing;
import org.silah.constituents.Wanted;
import org.silah.kernel.Sql;

/**
 * Which clients stand behind a figure. What is nothing of ours is left out.
 *
 * @param item with {@code state}: of whom this fact stands so
 * @param band the fifth of what is wanted that is known
 * @param identities kinds of numbers, all of which they hold; one that is called none for those without any; null for everybody
 */
record KnownFilter(@Nullable Wanted item, Standing.@Nullable State state, @Nullable Integer band, @Nullable List<String> identities) {

  static KnownFilter of(@Nullable Wanted item, @Nullable String state, @Nullable String band, @Nullable String identities) {
    var known = Arrays.stream(Standing.State.values()).filter(one -> one.code().equals(state)).findFirst().orElse(Standing.State.MISSING);
    return new KnownFilter(item, item == null ? null : known, fifth(band), identities == null ? null : numbers(identities));
  }

  private static @Nullable Integer fifth(@Nullable String band) {
    return band != null && band.matches("[0-4]") ? Integer.valueOf(band) : null;
  }

  private static @Nullable List<String> numbers(String identities) {
    var kinds = Arrays.stream(identities.split(",")).distinct().toList();
    return kinds.equals(List.of("none")) || kinds.stream().allMatch(kind -> known(kind).isPresent()) ? kinds : null;
  }

  private static Optional<IdentityKind> known(String code) {
    return Arrays.stream(IdentityKind.values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  boolean isWithoutNumbers() {
    return identities != null && identities.equals(List.of("none"));
  }

  Sql where() {
    var query = Sql.of("");
    if (item != null) {
      query = query.append("and ? = (k.states)[array_position(k.items, ?)]", state.code(), item.item());
    }
    if (band != null) {
      query = query.append("and k.band = ?", band);
    }
    if (isWithoutNumbers()) {
      query = query.append("and k.identities = '{}'");
    } else if (identities != null) {
      query = query.append("and k.identities @> ?::text[]", (Object) identities.toArray(String[]::new));
    }
    return query;
  }

  /** As in an address. */
  String[] parts() {
    return new String[] {
      item == null ? "" : "item=" + item.item(), state == null ? "" : "state=" + state.code(), band == null ? "" : "band=" + band,
      identities == null ? "" : "numbers=" + String.join(",", identities)
    };
  }
}
