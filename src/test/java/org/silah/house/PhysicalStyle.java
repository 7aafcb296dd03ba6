package org.silah.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Declarations of a style sheet that mean one side of the screen, whichever way the language runs. */
final class PhysicalStyle {

  private static final Pattern RULE = Pattern.compile("([^{};]+)\\{([^{}]*)\\}");
  private static final Pattern SIDE = Pattern.compile("(?<![\\w-])(?:left|right)(?![\\w-])");
  private static final Pattern SIDED = Pattern.compile("(?!--)(?:.*-)?(?:left|right)(?:-.*)?");
  private static final Pattern BOXED = Pattern.compile("margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding)");
  private static final Pattern PLACED = Pattern.compile("(?:.*-)?(?:position|position-x|origin)|translate");
  private static final Pattern MOVED = Pattern.compile("translate(?:X|3d)?\\(\\s*(?!0\\s*[,)])[^,)]");
  private static final Pattern FROM_RIGHT_TO_LEFT = Pattern.compile(":dir\\(rtl\\)\\s?|\\[dir=\"?rtl\"?\\]\\s?");

  private record Declaration(String selector, String property, String value) {

    /** One whose counterpart for the other direction stands beside it. */
    boolean isMirrored(List<Declaration> all) {
      return selector.matches(".*" + FROM_RIGHT_TO_LEFT + ".*") || all.stream().anyMatch(other -> other.property.equals(property)
          && other.selector.matches(".*" + FROM_RIGHT_TO_LEFT + ".*") && FROM_RIGHT_TO_LEFT.matcher(other.selector).replaceAll("").equals(selector));
    }

    boolean isPhysical(List<Declaration> all) {
      var plain = value.replaceAll("\"[^\"]*\"|url\\([^)]*\\)", "");
      return SIDED.matcher(property).matches() || SIDE.matcher(plain).find() && !property.startsWith("--")
          || BOXED.matcher(property).matches() && isLopsided(parts(plain)) || property.equals("border-radius") && isLopsidedRound(plain)
          || (isPlacedAside(plain) || MOVED.matcher(plain).find()) && !isMirrored(all);
    }

    private boolean isPlacedAside(String plain) {
      var neutral = property.equals("translate") ? "(?:0(?:px|%)?|none)(?:\\s.*)?" : "(?:center|50%|top|bottom|static|relative|absolute|fixed|sticky|outside|inside|under|border-box|padding-box|content-box|auto|inherit)(?:\\s.*)?";
      return PLACED.matcher(property).matches() && !plain.matches(neutral);
    }
  }

  private PhysicalStyle() {}

  static List<String> in(String sheet) {
    var all = new ArrayList<Declaration>();
    var rules = RULE.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/", ""));
    while (rules.find()) {
      for (var declaration : rules.group(2).split(";")) {
        var sides = declaration.split(":", 2);
        if (sides.length == 2) {
          all.add(new Declaration(rules.group(1).strip().replaceAll("\\s+", " "), sides[0].strip(), sides[1].replace("!important", "").strip()));
        }
      }
    }
    return all.stream().filter(one -> one.isPhysical(all)).map(one -> one.selector + " { " + one.property + ": " + one.value + " }").toList();
  }

  /** Top, right, bottom, left. */
  private static boolean isLopsided(List<String> parts) {
    return parts.size() == 4 && !parts.get(1).equals(parts.get(3));
  }

  /** From the upper left corner by the right to the lower left; what is left out is as the corner across. */
  private static boolean isLopsidedRound(String value) {
    for (var radii : value.split("/")) {
      var parts = parts(radii.strip());
      var right = parts.get(parts.size() > 1 ? 1 : 0);
      var lower = parts.get(parts.size() > 2 ? 2 : 0);
      if (!parts.getFirst().equals(right) || !lower.equals(parts.size() > 3 ? parts.get(3) : right)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> parts(String value) {
    return List.of(value.split("\\s+(?![^(]*\\))"));
  }
}
