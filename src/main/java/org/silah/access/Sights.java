package org.silah.access;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whom whoever acts right now may see. Only who signed in, or shows a key, can be limited to branches: the program itself, its jobs and
 * its commands see everybody, in whomever's name they act. A change ends the sessions under way, so it holds from the next request on.
 */
@Component
public class Sights {

  private final Actors actors;
  private final Branches branches;

  Sights(Actors actors, Branches branches) {
    this.actors = actors;
    this.branches = branches;
  }

  public Sight current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return !actors.isStandIn() && authentication != null && authentication.getPrincipal() instanceof Principal principal ? principal.sight() : Sight.WHOLE;
  }

  /** The branches that whoever acts can add clients to, their own first. */
  public List<Branch> taking() {
    var sight = current();
    return branches.open().stream()
        .filter(branch -> sight.sees(branch.id()))
        .sorted(Comparator.comparing(branch -> !branch.id().equals(sight.home())))
        .toList();
  }

  /**
   * The branch, held open until the transaction ends.
   *
   * @throws BranchClosed if it takes no new clients
   * @throws NoSuchElementException if there is none in sight
   */
  public Branch taking(UUID id) {
    if (!current().sees(id)) {
      throw new NoSuchElementException();
    }
    return branches.taking(id);
  }

  /** Of those in sight, by id, code or either name; that at home if nothing is said. */
  public Optional<Branch> called(@Nullable String text) {
    var sight = current();
    if (text == null) {
      return branches.find(sight.home());
    }
    return branches.all().stream().filter(branch -> branch.id().toString().equals(text)).findFirst()
        .or(() -> branches.called(text))
        .filter(branch -> sight.sees(branch.id()));
  }

  /** All that they see, closed ones too. */
  public List<Branch> seen() {
    var sight = current();
    return branches.all().stream().filter(branch -> sight.sees(branch.id())).toList();
  }
}
