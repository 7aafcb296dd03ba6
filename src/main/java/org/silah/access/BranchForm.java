package org.silah.access;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;

/** What an administrator types about a branch. */
record BranchForm(@Nullable String code, @Nullable String nameAr, @Nullable String nameEn) {

  static final BranchForm EMPTY = new BranchForm("", "", "");

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int LONGEST_NAME = 100;

  BranchForm {
    code = code == null ? "" : code.strip().toLowerCase(Locale.ROOT);
    nameAr = nameAr == null ? "" : nameAr.strip();
    nameEn = nameEn == null ? "" : nameEn.strip();
  }

  static BranchForm of(Branch branch) {
    return new BranchForm(branch.code(), branch.nameAr(), branch.nameEn());
  }

  Mistakes mistakes(boolean withCode) {
    var mistakes = new Mistakes();
    if (withCode && !CODE.matcher(code).matches()) {
      mistakes.add("code", "access.branch.unfit-code");
    }
    name("nameAr", nameAr, mistakes);
    name("nameEn", nameEn, mistakes);
    return mistakes;
  }

  private static void name(String box, String name, Mistakes mistakes) {
    if (name.isEmpty()) {
      mistakes.add(box, "web.invalid.required");
    } else if (name.length() > LONGEST_NAME) {
      mistakes.add(box, "web.invalid.too-long", LONGEST_NAME);
    }
  }
}
