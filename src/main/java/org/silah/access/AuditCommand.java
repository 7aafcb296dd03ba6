package org.silah.access;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silah.kernel.Command;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** {@code silah audit verify}: 0 if the log is as it was written, 1 if not. */
@Component
class AuditCommand implements Command {

  private final AuditVerification verification;
  private final Texts texts;

  AuditCommand(AuditVerification verification, Texts texts) {
    this.verification = verification;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String usage() {
    return say(words -> words.get("access.audit.usage"));
  }

  @Override
  public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    if (!args.equals(List.of("verify"))) {
      err.println(usage());
      return 2;
    }
    var finding = verification.run();
    out.println(say(words -> sentence(finding, words)));
    return finding instanceof AuditFinding.Sound ? 0 : 1;
  }

  static String sentence(AuditFinding finding, Words words) {
    return switch (finding) {
      case AuditFinding.Sound(var head, var exported) ->
          words.get("access.audit.sound", head.seq(), exported) + System.lineSeparator() + words.get("access.audit.head", Long.toString(head.seq()), head.hex());
      case AuditFinding.Broken(var seq, var alteration) -> words.get("access.audit.broken", Long.toString(seq), words.get(alteration.key()));
    };
  }

  private String say(Function<Words, String> sentence) {
    return texts.ofTerminal().stream().map(sentence).collect(Collectors.joining(System.lineSeparator()));
  }
}
