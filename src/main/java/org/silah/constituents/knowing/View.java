package org.silah.constituents.knowing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.constituents.ClientKind;

/**
 * Whose figures are asked for: of the branches somebody sees, or of one of them; of all kinds of client or of one.
 *
 * @param offered all the branches that may be chosen
 * @param branch the chosen one, null for all of them
 */
record View(List<Branch> offered, @Nullable Branch branch, @Nullable ClientKind kind) {

  static View of(List<Branch> offered, @Nullable String branch, @Nullable String kind) {
    return new View(
        offered, offered.stream().filter(one -> one.id().toString().equals(branch)).findFirst().orElse(null),
        Stream.of(ClientKind.values()).filter(one -> one.code().equals(kind)).findFirst().orElse(null));
  }

  List<Branch> branches() {
    return branch == null ? offered : List.of(branch);
  }

  UUID[] branchIds() {
    return branches().stream().map(Branch::id).toArray(UUID[]::new);
  }

  /** An address with this view and more in it, each as {@code name=value}. */
  String at(String path, String... more) {
    return Stream.concat(
            Stream.of(branch == null ? "" : "branch=" + branch.id(), kind == null ? "" : "kind=" + kind.code()), Stream.of(more))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("&", path + "?", ""));
  }

  View of(Branch one) {
    return new View(offered, one, kind);
  }

  View of(ClientKind one) {
    return new View(offered, branch, one);
  }
}
