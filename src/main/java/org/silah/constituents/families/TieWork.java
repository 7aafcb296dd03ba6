package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Changes;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties between clients are made, put right and ended. Both files change, and each has its entry in the audit log. */
@Component
class TieWork {

  private final Ties ties;
  private final FamilyRules rules;
  private final DeedWork work;
  private final Constituents constituents;
  private final Changes changes;

  TieWork(Ties ties, FamilyRules rules, DeedWork work, Constituents constituents, Changes changes) {
    this.ties = ties;
    this.rules = rules;
    this.work = work;
    this.constituents = constituents;
    this.changes = changes;
  }

  /** @throws BondRule if the two cannot be this to each other */
  @Transactional
  public UUID tie(Bond bond, PartyId first, PartyId second, @Nullable LocalDate since, Tie.Told told, String source) {
    if (first.equals(second)) {
      throw new BondRule("oneself");
    }
    work.hold(List.of(first, second));
    var one = constituents.find(first).orElseThrow();
    var other = constituents.find(second).orElseThrow();
    if (!bond.kind().suitsFirst(one.kind()) || !bond.kind().suitsSecond(other.kind())) {
      throw Mistakes.of("bond", "constituents.bond.rule.kind");
    }
    judge(bond, one, other);
    var id = ties.add(bond, first, second, since, told, source, null);
    if (bond == Bond.SPOUSE) {
      rules.check(Set.of(), Set.of(first, second));
    }
    made("client.tie.add", first, second, detail(id, bond, since, told));
    return id;
  }

  private void judge(Bond bond, Client one, Client other) {
    var between = ties.of(one.id()).stream().filter(tie -> tie.other(one.id()).id().equals(other.id()) && tie.present()).toList();
    if (between.stream().anyMatch(tie -> tie.bond() == bond)) {
      var same = between.stream().anyMatch(tie -> tie.bond() == bond && (bond.mutual() || tie.first().id().equals(one.id())));
      throw new BondRule(same ? "known" : "contradicts", one.displayName(), other.displayName());
    }
    if (Bond.NEAR.contains(bond) && between.stream().anyMatch(tie -> Bond.NEAR.contains(tie.bond()))) {
      throw new BondRule("contradicts", one.displayName(), other.displayName());
    }
    if (bond == Bond.PARENT || bond == Bond.GRANDPARENT) {
      ties.holdDescent();
      if (ties.isForebear(other.id(), one.id())) {
        throw new BondRule("circle", one.displayName(), other.displayName());
      }
    }
    if (bond == Bond.SPOUSE && one.gender() != null && one.gender() == other.gender()) {
      throw new HouseholdRule("same-sex", other.displayName());
    }
  }

  /** What is known of a tie, put right; what it is between whom stays. */
  @Transactional
  public void change(PartyId client, UUID id, @Nullable LocalDate since, Tie.Told told) {
    var tie = hold(client, id);
    if (since != null && tie.until() != null && tie.until().isBefore(since)) {
      throw Mistakes.of("since", "constituents.bond.rule.ends-before");
    }
    ties.change(id, since, told);
    made("client.tie.change", tie.first().id(), tie.second().id(),
        Map.of("before", detail(id, tie.bond(), tie.since(), tie.told()), "after", detail(id, tie.bond(), since, told)));
  }

  /** It is over, or it never was: then nobody reads it any more, and the audit log alone remembers. */
  @Transactional
  public void end(PartyId client, UUID id, LocalDate on, Tie.Ended how) {
    var tie = hold(client, id);
    if (!tie.present()) {
      throw Mistakes.of("on", "constituents.bond.rule.ended");
    }
    if (how == Tie.Ended.OVER && tie.since() != null && on.isBefore(tie.since())) {
      throw Mistakes.of("on", "constituents.bond.rule.ends-before");
    }
    ties.end(id, tie.since() != null && on.isBefore(tie.since()) ? tie.since() : on, how, null);
    made("client.tie.end", tie.first().id(), tie.second().id(), Map.of("tie", id.toString(), "bond", tie.bond().code(), "on", on.toString(), "how", how.code()));
  }

  private Tie hold(PartyId client, UUID id) {
    var tie = ties.find(client, id);
    work.hold(List.of(tie.first().id(), tie.second().id()));
    return ties.find(client, id);
  }

  private void made(String action, PartyId first, PartyId second, Map<String, ?> detail) {
    changes.made(action, first, detail);
    changes.made(action, second, detail);
  }

  private static Map<String, @Nullable Object> detail(UUID id, Bond bond, @Nullable LocalDate since, Tie.Told told) {
    var detail = new LinkedHashMap<String, @Nullable Object>();
    detail.put("tie", id.toString());
    detail.put("bond", bond.code());
    detail.put("since", since == null ? null : since.toString());
    detail.put("post", told.post());
    detail.put("influence", told.influence() == null ? null : told.influence().code());
    detail.put("style", told.style() == null ? null : told.style().code());
    detail.put("sways", told.sways());
    detail.put("reach", told.reach());
    detail.put("note", told.note());
    return detail;
  }
}
