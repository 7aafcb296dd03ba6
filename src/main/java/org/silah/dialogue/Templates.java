package org.silah.dialogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.dialogue.mail.Wording;
import org.silah.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each kind of message says: the charity's own text, or else the one that comes with the program, or else that of the
 * wider kind ({@code thanks} for {@code thanks.general}). The only class that touches {@code dialogue.template}.
 */
@Repository
class Templates {

  /** A text ready to be filled. */
  record Ready(Wording subject, Wording body) {}

  private record Place(String code, Language language) {}

  private record Source(Text text, Set<String> fields) {}

  private final JdbcClient db;
  private final MessageKinds kinds;
  private final Audit audit;
  private final Actors actors;
  private final Clock clock;
  private final Cache<Source, Ready> ready = Caffeine.newBuilder().maximumSize(200).build();
  private final Map<Place, Optional<Text>> brought = new ConcurrentHashMap<>();

  Templates(JdbcClient db, MessageKinds kinds, Audit audit, Actors actors, Clock clock) {
    this.db = db;
    this.kinds = kinds;
    this.audit = audit;
    this.actors = actors;
    this.clock = clock;
  }

  /** All texts as of now: asked once for a whole block of messages. */
  class Current {

    private final Map<Place, Text> own = new HashMap<>();

    private Current() {
      db.sql("select code, language, subject, body from dialogue.template").query(row -> {
        own.put(new Place(row.getString("code"), Language.of(row.getString("language")).orElseThrow()),
            new Text(row.getString("subject"), row.getString("body")));
      });
    }

    /** @throws IllegalArgumentException if neither this kind nor a wider one has a text: a bug */
    Text text(String code, Language language) {
      for (var wider = code; ; wider = wider.substring(0, wider.lastIndexOf('.'))) {
        var text = own.getOrDefault(new Place(wider, language), brought(wider, language).orElse(null));
        if (text != null) {
          return text;
        }
        if (wider.indexOf('.') < 0) {
          throw new IllegalArgumentException("no text for " + code + " in " + language.code());
        }
      }
    }

    boolean isOwn(String code, Language language) {
      return own.containsKey(new Place(code, language));
    }

    /** @throws org.silah.dialogue.mail.BadTemplate if the text cannot be used; those that were saved can */
    Ready ready(String code, Language language) {
      return compile(code, text(code, language));
    }
  }

  Current current() {
    return new Current();
  }

  /** @throws org.silah.dialogue.mail.BadTemplate with line and reason */
  Ready compile(String code, Text text) {
    return ready.get(new Source(text, kinds.fields(code)), source ->
        new Ready(Wording.of(source.text.subject(), source.fields), Wording.of(source.text.body(), source.fields)));
  }

  /** @throws org.silah.dialogue.mail.BadTemplate if it cannot be used; then the text that was there stays */
  @Transactional
  void change(String code, Language language, Text text) {
    compile(code, text);
    var before = current().text(code, language);
    db.sql("""
        insert into dialogue.template (code, language, subject, body, changed_at, changed_by)
        values (?, ?, ?, ?, ?, ?)
        on conflict (code, language) do update
        set subject = excluded.subject, body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
        .params(code, language.code(), text.subject(), text.body(), Timestamp.from(clock.instant()), actors.current().code())
        .update();
    audit.record("template.change", "template", code + "." + language.code(), Map.of("before", facts(before), "after", facts(text)));
  }

  /** Back to the text that the program brings. */
  @Transactional
  void reset(String code, Language language) {
    var before = current().text(code, language);
    if (db.sql("delete from dialogue.template where code = ? and language = ?").params(code, language.code()).update() > 0) {
      audit.record("template.reset", "template", code + "." + language.code(), Map.of("before", facts(before)));
    }
  }

  private static Map<String, Object> facts(Text text) {
    return Map.of("subject", text.subject(), "body", text.body());
  }

  private Optional<Text> brought(String code, Language language) {
    return brought.computeIfAbsent(new Place(code, language), place -> Optional.ofNullable(read("/letters/" + code + "_" + language.code() + ".txt")));
  }

  private static @Nullable Text read(String path) {
    try (var file = Templates.class.getResourceAsStream(path)) {
      if (file == null) {
        return null;
      }
      var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").split("\n", 2);
      return new Text(lines[0].strip(), lines[1].strip() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
