package org.silah.constituents.families;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.web.Words;

/**
 * A family drawn: generations from top to bottom, spouses beside each other, the first where reading begins. A generation of many
 * takes two lines, the second half a place aside, so that lines to it pass between those above.
 *
 * @param width in pixels, as all that follows
 */
record FamilyPicture(String title, String description, List<Box> boxes, List<Line> lines, int width, int height) {

  static final int BOX = 136;
  static final int TALL = 72;
  private static final int GAP = 18;
  private static final int BETWEEN_LINES = 44;
  private static final int BETWEEN_GENERATIONS = 64;
  private static final int LINE = 5;
  private static final int LETTERS = 17;

  /** @param style classes: head, former, late */
  record Box(PartyId person, int x, int y, String style, String name, String lineage, String mark, String told) {

    int middle() {
      return x + BOX / 2;
    }

    int bottom() {
      return y + TALL;
    }
  }

  /** @param marriage whether it joins spouses, and not parents and a child */
  record Line(String path, boolean marriage) {}

  private record Place(double column, int y, boolean alone) {}

  static FamilyPicture of(Household household, List<Tie> ties, Words words) {
    var kindred = Kindred.of(household, ties);
    var places = new LinkedHashMap<PartyId, Place>();
    var tops = new HashMap<Integer, Integer>();
    double columns = 1;
    int y = GAP;
    int last = kindred.generations().values().stream().mapToInt(Integer::intValue).max().orElse(-1);
    var rows = new ArrayList<List<List<PartyId>>>();
    for (int generation = 0; generation <= last; generation++) {
      rows.add(lines(kindred, generation, List.copyOf(places.keySet())));
      columns = Math.max(columns, rows.getLast().stream().mapToDouble(List::size).max().orElse(0) + (rows.getLast().size() > 1 ? 0.5 : 0));
      rows.getLast().forEach(line -> line.forEach(person -> places.put(person, new Place(0, 0, true))));
    }
    for (int generation = 0; generation <= last; generation++) {
      var row = rows.get(generation);
      tops.put(generation, y);
      for (int i = 0; i < row.size(); i++) {
        double from = Math.floor((columns - row.get(i).size()) / 2) + (i == 1 ? 0.5 : 0);
        for (int k = 0; k < row.get(i).size(); k++) {
          places.put(row.get(i).get(k), new Place(from + k, y, row.size() == 1));
        }
        y += TALL + (i + 1 < row.size() ? BETWEEN_LINES : BETWEEN_GENERATIONS);
      }
    }
    int width = (int) Math.ceil(columns * (BOX + GAP)) + GAP;
    var boxes = new LinkedHashMap<PartyId, Box>();
    kindred.people().forEach((person, membership) -> boxes.put(person, box(membership, places.get(person), width, words)));
    return new FamilyPicture(
        words.get("constituents.picture.title"), words.get("constituents.picture.description", household.present().size(), last + 1),
        List.copyOf(boxes.values()), join(kindred, boxes, places, tops), width, Math.max(y - BETWEEN_GENERATIONS, 0) + 2 * GAP);
  }

  /** The children in the order of their mothers, so that brothers and sisters stand together. */
  private static List<List<PartyId>> lines(Kindred kindred, int generation, List<PartyId> above) {
    var blocks = new ArrayList<>(kindred.blocks(generation));
    blocks.sort(Comparator.comparingInt(block -> block.stream()
        .flatMap(person -> kindred.parents().getOrDefault(person, Set.of()).stream())
        .mapToInt(above::indexOf).filter(at -> at >= 0).max().orElse(Integer.MAX_VALUE)));
    int all = blocks.stream().mapToInt(List::size).sum();
    int most = Math.max(LINE, (all + 1) / 2);
    var lines = new ArrayList<List<PartyId>>(List.of(new ArrayList<>()));
    for (var block : blocks) {
      if (!lines.getLast().isEmpty() && lines.getLast().size() + block.size() > most && lines.size() == 1) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().addAll(block);
    }
    return lines;
  }

  private static Box box(Membership person, Place place, int width, Words words) {
    int from = GAP + (int) Math.round(place.column * (BOX + GAP));
    int x = words.language().rightToLeft() ? width - from - BOX : from;
    var name = NameOfPerson.of(person.name());
    var mark = mark(person, words);
    var style = (person.present() && person.is(Position.HEAD) ? " head" : "") + (person.present() ? "" : " former") + (person.deceased() ? " late" : "");
    return new Box(person.member(), x, place.y, style.strip(), shorten(name.given()), shorten(name.lineage().isEmpty() ? "" : name.lineage().getFirst()), mark,
        words.get("constituents.picture.person", person.name(), mark));
  }

  private static String mark(Membership person, Words words) {
    return person.deceased() ? words.get("constituents.death.late", person.sex())
        : person.present() ? words.get("constituents.position." + person.position().code(), person.sex()) : words.get("constituents.member.former", person.sex());
  }

  private static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= LETTERS ? text : text.substring(0, text.offsetByCodePoints(0, LETTERS - 1)) + "…";
  }

  private static List<Line> join(Kindred kindred, Map<PartyId, Box> boxes, Map<PartyId, Place> places, Map<Integer, Integer> tops) {
    var lines = new ArrayList<Line>();
    for (var couple : kindred.couples()) {
      var one = boxes.get(couple.getFirst());
      var other = boxes.get(couple.getLast());
      int under = Math.max(one.bottom(), other.bottom()) + 9;
      lines.add(new Line("M%d %d V%d H%d V%d".formatted(one.middle(), one.bottom(), under, other.middle(), other.bottom()), true));
    }
    var starts = new ArrayList<String>();
    kindred.parents().forEach((child, parents) -> {
      var couple = couple(kindred, parents);
      if (couple == null) {
        parents.forEach(parent -> lines.add(descent(start(boxes.get(parent), boxes.get(parent).bottom()), boxes.get(child), top(kindred, tops, child), starts)));
      } else {
        lines.add(descent(start(kindred, couple, boxes, places), boxes.get(child), top(kindred, tops, child), starts));
      }
    });
    return lines;
  }

  private static int top(Kindred kindred, Map<Integer, Integer> tops, PartyId child) {
    return tops.get(kindred.generations().get(child));
  }

  private static @Nullable List<PartyId> couple(Kindred kindred, Set<PartyId> parents) {
    return kindred.couples().stream().filter(couple -> parents.size() == 2 && parents.containsAll(couple)).findFirst().orElse(null);
  }

  private static int[] start(Box parent, int y) {
    return new int[] {parent.middle(), y};
  }

  /** Between the two where they are the only ones; else under the wife, so that her children are told from those of another. */
  private static int[] start(Kindred kindred, List<PartyId> couple, Map<PartyId, Box> boxes, Map<PartyId, Place> places) {
    var one = boxes.get(couple.getFirst());
    var other = boxes.get(couple.getLast());
    int under = Math.max(one.bottom(), other.bottom()) + 9;
    boolean only = kindred.couples().stream().filter(pair -> pair.contains(couple.getFirst()) || pair.contains(couple.getLast())).count() == 1;
    boolean alone = places.get(couple.getFirst()).alone;
    return new int[] {only && alone ? (one.middle() + other.middle()) / 2 : only ? one.middle() : other.middle(), under};
  }

  /** Each pair of parents has its own height for the line across, so that the children of one are not joined to another. */
  private static Line descent(int[] start, Box child, int top, List<String> starts) {
    var key = start[0] + "/" + start[1];
    if (!starts.contains(key)) {
      starts.add(key);
    }
    int across = top - 14 - 7 * (starts.indexOf(key) % 4);
    return new Line("M%d %d V%d H%d V%d".formatted(start[0], start[1], across, child.middle(), child.y()), false);
  }
}
