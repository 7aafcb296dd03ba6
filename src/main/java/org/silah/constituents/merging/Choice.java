package org.silah.constituents.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Fact;
import org.silah.constituents.Field;
import org.silah.constituents.PartyId;
import org.silah.kernel.PersonName;

/**
 * One thing of which files say something, perhaps not the same.
 *
 * @param code of the field
 * @param label what the reader calls it
 * @param seen whether whoever decides may see what they say
 * @param told what each file says, the file that stays first
 * @param proposed whose value is likely the better one
 * @param why null if all say the same
 */
record Choice(String code, String label, boolean seen, Map<PartyId, Told> told, PartyId proposed, @Nullable Better why) {

  private static final Set<String> UNKNOWN_DAYS = Set.of("01-01", "07-01");

  /** @param facts at least one, the file that stays first */
  static Choice of(Field field, String label, Map<PartyId, Fact> facts, Map<PartyId, String> shown, PartyId kept) {
    boolean seen = field.sensitive() == null;
    var told = new LinkedHashMap<PartyId, Told>();
    // a sensitive value may be withheld: which of them stays is told by its day alone
    facts.forEach((file, fact) -> told.put(
        file, new Told(seen ? fact.value() : file.toString(), shown.getOrDefault(file, ""), fact.source(), fact.asOf(), fact.recordedAt())));
    return of(field.code(), label, seen, told, kept, rules(field));
  }

  static Choice of(MoreChoices.Asked asked, PartyId kept) {
    return of(asked.code(), asked.label(), asked.seen(), asked.told(), kept, List.of());
  }

  private static Choice of(String code, String label, boolean seen, Map<PartyId, Told> told, PartyId kept, List<Better.Rule> rules) {
    var proposal = Better.propose(told, kept, rules);
    return new Choice(code, label, seen, told, proposal.file(), proposal.why());
  }

  private static List<Better.Rule> rules(Field field) {
    var rules = new ArrayList<Better.Rule>();
    if (field == Field.BIRTH_ON) {
      rules.add(new Better.Rule(Better.EXACT, told -> UNKNOWN_DAYS.contains(told.value().substring(5)) ? 0 : 1));
    }
    if (field.input() == Field.Input.NAME) {
      rules.add(new Better.Rule(Better.FULLER, told -> Set.copyOf(PersonName.tokens(told.value())).size()));
    }
    return rules;
  }

  boolean isOpen() {
    return why != null;
  }
}
