package org.silah.constituents.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.silah.kernel.Emails;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Unreadable;

/** Reads how a row's client is reached; a cell may hold several. Used by several threads. */
final class ContactReader {

  private static final Pattern BETWEEN_PHONES = Pattern.compile("[/,;،؛|\\n]+");
  private static final Pattern BETWEEN_EMAILS = Pattern.compile("[,;،؛|\\n]+");
  private static final int MOST_PHONES_KEPT = 100_000;

  /** Lists of gifts name the same phones again and again, and reading one is the dearest thing of a row. */
  private final ConcurrentHashMap<String, PhoneNumber> phones = new ConcurrentHashMap<>();

  List<String> phones(Line line, String region) {
    var found = new LinkedHashSet<String>();
    line.each(ClientFields.PHONE, cell -> {
      try {
        found.add(phone(cell, region).e164());
      } catch (Unreadable perhapsSeveral) {
        var parts = BETWEEN_PHONES.split(cell);
        if (parts.length < 2) {
          throw perhapsSeveral;
        }
        for (var part : parts) {
          if (!part.isBlank()) {
            found.add(phone(part, region).e164());
          }
        }
      }
    });
    return List.copyOf(found);
  }

  private PhoneNumber phone(String text, String region) {
    var key = region + text;
    var known = phones.get(key);
    if (known != null) {
      return known;
    }
    var read = text.indexOf('.') < 0 ? PhoneNumber.parse(text, region) : PhoneNumber.fromCell(text, region);
    if (phones.size() < MOST_PHONES_KEPT) {
      phones.put(key, read);
    }
    return read;
  }

  static List<String> emails(Line line) {
    var found = new LinkedHashSet<String>();
    line.each(ClientFields.EMAIL, cell -> {
      for (var part : cell.indexOf('@') == cell.lastIndexOf('@') ? new String[] {cell} : BETWEEN_EMAILS.split(cell)) {
        if (!part.isBlank()) {
          found.add(Emails.parse(part.strip()));
        }
      }
    });
    return List.copyOf(found);
  }
}
