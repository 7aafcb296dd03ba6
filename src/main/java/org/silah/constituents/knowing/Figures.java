package org.silah.constituents.knowing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.constituents.Share;
import org.silah.constituents.Wanted;
import org.silah.constituents.knowing.Sums.Band;
import org.silah.constituents.knowing.Sums.Tally;

/**
 * The answers to "how well do we know our clients", of one view of the base.
 *
 * @param kinds all kinds there are, also those that were not chosen
 * @param bands how many clients are known in each fifth
 * @param next what to ask next, the cheapest first
 */
record Figures(
    View view, long clients, long facts, Share share, List<OfKind> kinds, List<OfBranch> branches, List<OfGroup> groups, List<Long> bands, List<Next> next) {

  static final int BANDS = 5;

  record OfKind(ClientKind kind, long clients, long facts, Share share) {}

  /** @param groups the same by group, empty for a group of which nothing is wanted */
  record OfBranch(Branch branch, long clients, long facts, Share share, Map<Group, Share> groups) {}

  record OfGroup(Group group, Share share) {}

  /** @param gain the weight that lacks, for each second it takes to ask */
  record Next(Wanted wanted, long missing, long stale, double gain) {}

  static Figures of(View view, List<Tally> tallies, Map<ClientKind, Share> shares, List<Band> all, List<Wanted> wanted) {
    var bands = all.stream().filter(band -> view.kind() == null || band.kind() == view.kind()).toList();
    return new Figures(
        view, clients(bands, _ -> true), facts(bands, _ -> true), share(tallies, _ -> true), kinds(all, shares), branches(view, tallies, bands),
        Arrays.stream(Group.values()).map(group -> new OfGroup(group, share(tallies, tally -> tally.group() == group))).toList(),
        IntStream.range(0, BANDS).mapToObj(fifth -> clients(bands, band -> band.band() == fifth)).toList(), next(tallies, wanted));
  }

  private static List<OfKind> kinds(List<Band> bands, Map<ClientKind, Share> shares) {
    return Arrays.stream(ClientKind.values())
        .map(kind -> new OfKind(
            kind, clients(bands, band -> band.kind() == kind), facts(bands, band -> band.kind() == kind), shares.getOrDefault(kind, Share.NOTHING)))
        .filter(line -> line.clients > 0)
        .toList();
  }

  private static List<OfBranch> branches(View view, List<Tally> tallies, List<Band> bands) {
    return view.branches().stream().map(branch -> {
      var own = tallies.stream().filter(tally -> tally.branch().equals(branch.id())).toList();
      var groups = new LinkedHashMap<Group, Share>();
      for (var group : Group.values()) {
        groups.put(group, share(own, tally -> tally.group() == group));
      }
      groups.values().removeIf(share -> !share.isAsked());
      Predicate<Band> here = band -> band.branch().equals(branch.id());
      return new OfBranch(branch, clients(bands, here), facts(bands, here), share(own, _ -> true), groups);
    }).toList();
  }

  /** Only what a client can be asked for by phone. */
  private static List<Next> next(List<Tally> tallies, List<Wanted> wanted) {
    return wanted.stream().filter(Wanted::asked).map(one -> next(one, tallies.stream().filter(tally -> tally.item().equals(one.item())).toList()))
        .filter(next -> next != null && next.gain > 0)
        .sorted(Comparator.comparingDouble(Next::gain).reversed())
        .toList();
  }

  private static @Nullable Next next(Wanted wanted, List<Tally> tallies) {
    var share = share(tallies, _ -> true);
    // who has no number is not called for it
    long within = wanted.item().equals("phone") ? share.known() : share.asked();
    return tallies.isEmpty() ? null : new Next(
        wanted, tallies.stream().mapToLong(Tally::missing).sum(), tallies.stream().mapToLong(Tally::stale).sum(),
        (double) (within - share.fresh()) / wanted.seconds());
  }

  private static long clients(List<Band> bands, Predicate<Band> of) {
    return bands.stream().filter(of).mapToLong(Band::clients).sum();
  }

  private static long facts(List<Band> bands, Predicate<Band> of) {
    return bands.stream().filter(of).mapToLong(Band::facts).sum();
  }

  private static Share share(List<Tally> tallies, Predicate<Tally> of) {
    var some = tallies.stream().filter(of).map(Tally::share).toList();
    return new Share(some.stream().mapToLong(Share::asked).sum(), some.stream().mapToLong(Share::known).sum(),
        some.stream().mapToLong(Share::fresh).sum(), some.stream().mapToLong(Share::accurate).sum());
  }

  /** How many facts are known of a client on average. */
  static double perClient(long facts, long clients) {
    return clients == 0 ? 0 : (double) facts / clients;
  }
}
