package org.silah.constituents.knowing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.access.Sights;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.Share;
import org.silah.constituents.Standings;
import org.silah.web.Mistakes;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well clients are known, for other programs. */
@RestController
class KnowledgeApi {

  private final Sums sums;
  private final WantedFacts wanted;
  private final Standings standings;
  private final Constituents constituents;
  private final Sights sights;
  private final Audit audit;

  KnowledgeApi(Sums sums, WantedFacts wanted, Standings standings, Constituents constituents, Sights sights, Audit audit) {
    this.sums = sums;
    this.wanted = wanted;
    this.standings = standings;
    this.constituents = constituents;
    this.sights = sights;
    this.audit = audit;
  }

  /**
   * Each by weight, 0 to 1.
   *
   * @param complete what is known of what is wanted
   * @param fresh of what is known
   * @param accurate of what is wanted
   */
  record Known(double complete, double fresh, double accurate) {

    static Known of(Share share) {
      return new Known(share.complete(), share.freshness(), share.accuracy());
    }
  }

  record OfKind(String kind, long clients, Known known) {}

  record OfBranch(String branch, long clients, Known known) {}

  record OfGroup(String group, Known known) {}

  record Next(String fact, long missing, long stale) {}

  record Base(long clients, long facts, Known known, List<OfKind> kinds, List<OfBranch> branches, List<OfGroup> groups, List<Next> next) {}

  record Fact(String fact, String group, int weight, String state, boolean accurate, @Nullable LocalDate asOf, @Nullable LocalDate staleOn) {}

  record OfClient(Known known, List<Fact> facts) {}

  @GetMapping("/api/v1/knowledge")
  Base base(@RequestParam(required = false) @Nullable String branch, @RequestParam(required = false) @Nullable ClientKind kind) {
    var offered = sights.seen();
    var chosen = branch == null ? null : offered.stream().filter(one -> one.code().equals(branch)).findFirst()
        .orElseThrow(() -> Mistakes.of("branch", "constituents.branch.unknown"));
    var view = new View(offered, chosen, kind);
    var figures = Figures.of(view, sums.tallies(view), sums.shares(view), sums.bands(view), wanted.all());
    return new Base(
        figures.clients(), figures.facts(), Known.of(figures.share()),
        figures.kinds().stream().map(one -> new OfKind(one.kind().code(), one.clients(), Known.of(one.share()))).toList(),
        figures.branches().stream().map(one -> new OfBranch(one.branch().code(), one.clients(), Known.of(one.share()))).toList(),
        figures.groups().stream().filter(one -> one.share().isAsked()).map(one -> new OfGroup(one.group().code(), Known.of(one.share()))).toList(),
        figures.next().stream().map(one -> new Next(one.wanted().item(), one.missing(), one.stale())).toList());
  }

  @GetMapping("/api/v1/clients/{id}/knowledge")
  @Transactional
  OfClient client(@PathVariable PartyId id) {
    constituents.find(id).orElseThrow();
    var standing = standings.of(id);
    audit.record("client.read", "client", id, Map.of("part", "knowledge"));
    return new OfClient(Known.of(standing.overall()), standing.lines().stream()
        .map(line -> new Fact(line.item(), line.group().code(), line.weight(), line.state().code(), line.accurate(), line.asOf(), line.staleOn()))
        .toList());
  }
}
