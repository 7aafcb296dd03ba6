package org.silah.demonstration;

import java.util.List;
import org.silah.access.Branch;
import org.silah.access.Branches;
import org.silah.constituents.Constituents;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demonstration's three branches: the first in the capital, one on the coast, one in the mountains of the south. */
@Component
class Regions {

  private static final List<String> COAST = List.of("جدة", "مكة المكرمة", "المدينة المنورة", "الطائف", "ينبع", "تبوك");
  private static final List<String> SOUTH = List.of("أبها", "خميس مشيط", "نجران", "جازان", "الباحة");

  private final Branches branches;
  private final Constituents constituents;
  private final Cast cast;
  private final Texts texts;

  Regions(Branches branches, Constituents constituents, Cast cast, Texts texts) {
    this.branches = branches;
    this.constituents = constituents;
    this.cast = cast;
    this.texts = texts;
  }

  /** A start that was cut short is begun again, so what is there already stays. */
  @Transactional
  public void open() {
    branches.rename(Branch.FIRST, in(Language.AR, "riyadh"), in(Language.EN, "riyadh"));
    branch("jeddah");
    branch("abha");
  }

  /** Each branch has the clients of its cities. */
  @Transactional
  public void settle() {
    constituents.settleFrom(COAST, branch("jeddah").id());
    constituents.settleFrom(SOUTH, branch("abha").id());
    cast.narrow(branch("jeddah"));
  }

  private Branch branch(String code) {
    return branches.called(code).orElseGet(() -> branches.add(code, in(Language.AR, code), in(Language.EN, code)));
  }

  private String in(Language language, String code) {
    return texts.in(language).get("demonstration.branch." + code);
  }
}
