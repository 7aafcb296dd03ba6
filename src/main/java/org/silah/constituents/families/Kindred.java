package org.silah.constituents.families;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silah.constituents.PartyId;

/**
 * How the people of a family belong together: who is married to whom, who is whose child, and which generation each is of, 0 the
 * eldest. Told by ties where there are any, and else by the positions that people had at the same time.
 *
 * @param people the present ones first, each once, as they are or last were
 * @param couples the head first, each pair once
 */
record Kindred(Map<PartyId, Membership> people, List<List<PartyId>> couples, Map<PartyId, Set<PartyId>> parents, Map<PartyId, Integer> generations) {

  private record Step(PartyId from, PartyId to, int down) {}

  static Kindred of(Household household, List<Tie> ties) {
    var people = new LinkedHashMap<PartyId, Membership>();
    household.all().forEach(membership -> people.putIfAbsent(membership.member(), membership));
    var couples = couples(household, ties);
    var parents = parents(household, ties);
    return new Kindred(people, couples, parents, generations(people, couples, parents, ties));
  }

  private static List<List<PartyId>> couples(Household household, List<Tie> ties) {
    var couples = new LinkedHashSet<List<PartyId>>();
    for (var head : of(household, Position.HEAD)) {
      for (var spouse : of(household, Position.SPOUSE)) {
        if (!head.member().equals(spouse.member()) && head.overlaps(spouse) && !couples.contains(List.of(spouse.member(), head.member()))) {
          couples.add(List.of(head.member(), spouse.member()));
        }
      }
    }
    ties.stream().filter(tie -> tie.bond() == Bond.SPOUSE)
        .filter(tie -> !couples.contains(List.of(tie.second().id(), tie.first().id())))
        .forEach(tie -> couples.add(List.of(tie.first().id(), tie.second().id())));
    return List.copyOf(couples);
  }

  private static Map<PartyId, Set<PartyId>> parents(Household household, List<Tie> ties) {
    var parents = new LinkedHashMap<PartyId, Set<PartyId>>();
    ties.stream().filter(tie -> tie.bond() == Bond.PARENT)
        .forEach(tie -> parents.computeIfAbsent(tie.second().id(), _ -> new LinkedHashSet<>()).add(tie.first().id()));
    var known = Set.copyOf(parents.keySet());
    for (var child : of(household, Position.CHILD)) {
      if (known.contains(child.member()) || parents.containsKey(child.member())) {
        continue;
      }
      of(household, Position.HEAD).stream()
          .filter(head -> head.overlaps(child) && !head.member().equals(child.member()))
          .min(Comparator.comparing(Membership::since, Comparator.nullsFirst(Comparator.naturalOrder())))
          .ifPresent(head -> {
            var both = new LinkedHashSet<>(Set.of(head.member()));
            var spouses = of(household, Position.SPOUSE).stream()
                .filter(spouse -> spouse.overlaps(child) && spouse.overlaps(head))
                .map(Membership::member).distinct().toList();
            if (spouses.size() == 1 && !spouses.contains(child.member())) {
              both.addAll(spouses);
            }
            parents.put(child.member(), both);
          });
    }
    return parents;
  }

  private static List<Membership> of(Household household, Position position) {
    return household.all().stream().filter(membership -> membership.is(position)).toList();
  }

  private static Map<PartyId, Integer> generations(
      Map<PartyId, Membership> people, List<List<PartyId>> couples, Map<PartyId, Set<PartyId>> parents, List<Tie> ties) {
    var near = new ArrayList<Step>();
    couples.forEach(couple -> near.add(new Step(couple.getFirst(), couple.getLast(), 0)));
    parents.forEach((child, theirs) -> theirs.forEach(parent -> near.add(new Step(parent, child, 1))));
    var far = new ArrayList<Step>();
    for (var tie : ties) {
      switch (tie.bond()) {
        case GRANDPARENT -> far.add(new Step(tie.first().id(), tie.second().id(), 2));
        case UNCLE_PATERNAL, UNCLE_MATERNAL, PARENT_IN_LAW, STEP_PARENT -> far.add(new Step(tie.first().id(), tie.second().id(), 1));
        case SIBLING, MILK_SIBLING, COUSIN_AMM, COUSIN_KHAL, COUSIN_KHALA -> far.add(new Step(tie.first().id(), tie.second().id(), 0));
        case PARENT, SPOUSE, RELATIVE, WALI, WASI, EMPLOYER, REFERRER, DECISION_MAKER, CONTACT, PARTNER -> { }
      }
    }
    var generations = new HashMap<PartyId, Integer>();
    for (var person : people.values()) {
      if (!generations.containsKey(person.member())) {
        spread(person, generations.isEmpty() || !person.is(Position.CHILD) ? 0 : 1, near, far, generations);
      }
    }
    settle(people.size(), near, generations);
    int eldest = generations.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    generations.replaceAll((_, generation) -> generation - eldest);
    return generations;
  }

  private static void spread(Membership from, int generation, Collection<Step> near, Collection<Step> far, Map<PartyId, Integer> generations) {
    var next = new ArrayDeque<PartyId>(List.of(from.member()));
    generations.put(from.member(), generation);
    for (var steps : List.of(near, far)) {
      next.addAll(generations.keySet());
      while (!next.isEmpty()) {
        var person = next.poll();
        for (var step : steps) {
          if (step.from.equals(person) && generations.putIfAbsent(step.to, generations.get(person) + step.down) == null) {
            next.add(step.to);
          } else if (step.to.equals(person) && generations.putIfAbsent(step.from, generations.get(person) - step.down) == null) {
            next.add(step.from);
          }
        }
      }
    }
  }

  /** Where kin are bound in several ways: no child beside its parent. */
  private static void settle(int people, List<Step> near, Map<PartyId, Integer> generations) {
    for (int round = 0; round < people; round++) {
      for (var step : near) {
        if (step.down == 1) {
          generations.merge(step.to, generations.get(step.from) + 1, Math::max);
        }
      }
    }
  }

  /** Those who are married to each other, by generation; the head, or else the first of them, first. */
  List<List<PartyId>> blocks(int generation) {
    var blocks = new ArrayList<List<PartyId>>();
    var placed = new LinkedHashSet<PartyId>();
    var order = new ArrayList<PartyId>();
    couples.stream().map(List::getFirst).forEach(order::add);
    order.addAll(people.keySet());
    for (var person : order) {
      if (generations.get(person) == generation && placed.add(person)) {
        var block = new ArrayList<>(List.of(person));
        for (int i = 0; i < block.size(); i++) {
          for (var couple : couples) {
            if (couple.contains(block.get(i))) {
              var other = couple.getFirst().equals(block.get(i)) ? couple.getLast() : couple.getFirst();
              if (generations.get(other) == generation && placed.add(other)) {
                block.add(other);
              }
            }
          }
        }
        blocks.add(List.copyOf(block));
      }
    }
    return blocks;
  }
}
