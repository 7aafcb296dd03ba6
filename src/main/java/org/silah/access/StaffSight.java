package org.silah.access;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;

/**
 * What an administrator types about whom a member of the staff, or a program, sees.
 *
 * @param sees {@code all} or {@code some}
 * @param branches ids of those, if some
 * @param home id of the branch to which the clients they add belong
 */
record StaffSight(@Nullable String sees, @Nullable List<String> branches, @Nullable String home) {

  static final String SOME = "some";

  StaffSight {
    sees = SOME.equals(sees) ? SOME : "all";
    branches = branches == null ? List.of() : branches.stream().filter(Objects::nonNull).toList();
    home = home == null || home.isBlank() ? Branch.FIRST.toString() : home.strip();
  }

  static StaffSight of(Sight sight) {
    var branches = sight.branches();
    return new StaffSight(branches == null ? "all" : SOME, branches == null ? List.of() : branches.stream().map(UUID::toString).toList(), sight.home().toString());
  }

  boolean isSome() {
    return sees.equals(SOME);
  }

  boolean names(Branch branch) {
    return branches.contains(branch.id().toString());
  }

  /** Notes its mistakes; what is read where there is one is of no use. */
  Sight read(List<Branch> known, Mistakes mistakes) {
    var at = known.stream().filter(branch -> branch.id().toString().equals(home)).findFirst();
    if (at.isEmpty()) {
      mistakes.add("home", "access.branch.unknown");
      return Sight.WHOLE;
    }
    if (!isSome()) {
      return Sight.wholeFrom(at.get().id());
    }
    var chosen = known.stream().filter(this::names).map(Branch::id).collect(Collectors.toSet());
    if (chosen.isEmpty()) {
      mistakes.add("branches", "access.staff.no-branch");
    } else if (!chosen.contains(at.get().id())) {
      mistakes.add("home", "access.staff.home-unseen");
    }
    return mistakes.none() ? new Sight(at.get().id(), chosen) : Sight.WHOLE;
  }
}
