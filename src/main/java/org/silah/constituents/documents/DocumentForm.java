package org.silah.constituents.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Dates;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;
import org.silah.web.Mistakes;
import org.silah.web.Words;

/**
 * What people say of a document, as typed.
 *
 * @param who {@code kind} for what is usual for the kind, {@code everyone}, or {@code roles} for those in {@code viewers}
 */
record DocumentForm(
    @Nullable String kind, @Nullable String title, @Nullable String expires, @Nullable String who, @Nullable List<String> viewers, @Nullable String note) {

  static final int LONGEST_TITLE = 200;
  static final int LONGEST_NOTE = 1_000;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  DocumentForm {
    kind = Objects.requireNonNullElse(kind, "");
    title = Objects.requireNonNullElse(title, "");
    expires = Objects.requireNonNullElse(expires, "");
    who = Objects.requireNonNullElse(who, "kind");
    viewers = Objects.requireNonNullElse(viewers, List.of());
    note = Objects.requireNonNullElse(note, "");
  }

  static DocumentForm blank() {
    return new DocumentForm(null, null, null, null, null, null);
  }

  /** The day as a box of the reader's language takes it back. */
  static DocumentForm of(Document document, Words words) {
    return new DocumentForm(document.kind(), document.title(), day(document.expiresOn(), words), document.viewers().areEveryone() ? "everyone" : "roles",
        document.viewers().codes(), document.note());
  }

  private static String day(@Nullable LocalDate day, Words words) {
    if (day == null) {
      return "";
    }
    var hijri = words.language() == Language.AR ? words.hijri(day) : "";
    return hijri.isEmpty() ? day.toString() : hijri;
  }

  /** @throws Mistakes beside the boxes of the same names */
  Document.Details read(DocumentKinds kinds) {
    var mistakes = new Mistakes();
    var chosen = kinds.find(kind);
    if (chosen.isEmpty()) {
      mistakes.add("kind", "constituents.choice.unknown");
    }
    var name = read("title", mistakes, () -> Typed.line(title, LONGEST_TITLE));
    var day = read("expires", mistakes, () -> day(expires));
    var text = read("note", mistakes, () -> Typed.optional(note, LONGEST_NOTE));
    var seen = viewers(chosen, mistakes);
    mistakes.raise();
    return new Document.Details(kind, name.orElse(""), day.orElse(null), seen, text.orElse(null));
  }

  private Viewers viewers(Optional<DocumentKind> chosen, Mistakes mistakes) {
    return switch (who) {
      case "everyone" -> Viewers.EVERYONE;
      case "kind" -> chosen.filter(DocumentKind::sensitive).isPresent() ? Viewers.FEW : Viewers.EVERYONE;
      case "roles" -> chosen(mistakes);
      default -> {
        mistakes.add("who", "constituents.choice.unknown");
        yield Viewers.EVERYONE;
      }
    };
  }

  private Viewers chosen(Mistakes mistakes) {
    try {
      var chosen = Viewers.of(viewers);
      if (chosen.areEveryone()) {
        mistakes.add("viewers", "constituents.document.viewers.none");
      }
      return chosen;
    } catch (IllegalArgumentException noRole) {
      mistakes.add("viewers", "constituents.choice.unknown");
      return Viewers.EVERYONE;
    }
  }

  private static @Nullable LocalDate day(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    var day = Dates.parse(typed);
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw new Unreadable("constituents.document.expires.odd");
    }
    return day;
  }

  private interface Reading<T> {
    @Nullable T read();
  }

  private static <T> Optional<T> read(String box, Mistakes mistakes, Reading<T> reading) {
    try {
      return Optional.ofNullable(reading.read());
    } catch (Unreadable unreadable) {
      mistakes.add(box, unreadable);
      return Optional.empty();
    }
  }
}
