package org.silah.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The heads of the audit log as they were, a line an hour, in a file outside the database: a number, a hash and a time. Whoever
 * keeps a copy of it elsewhere can prove that not even the owner of the database has altered what came before.
 */
@Component
class AuditHeads {

  private final @Nullable Path file;
  private final Clock clock;

  AuditHeads(@Value("${silah.data:}") String folder, Clock clock) {
    this.file = folder.isEmpty() ? null : Path.of(folder, "audit-heads.log");
    this.clock = clock;
  }

  @Nullable Path file() {
    return file;
  }

  List<AuditHead> all() {
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.filter(line -> !line.isBlank()).map(AuditHeads::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Only if it is news. */
  synchronized void add(AuditHead head) {
    if (file == null || head.seq() == 0 || all().stream().anyMatch(known -> known.seq() == head.seq())) {
      return;
    }
    var line = "%d %s %s%n".formatted(head.seq(), head.hex(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static AuditHead read(String line) {
    var parts = line.split(" ");
    return new AuditHead(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
  }
}
