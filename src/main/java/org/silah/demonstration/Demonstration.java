package org.silah.demonstration;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.access.ApiKeys;
import org.silah.access.Institutions;
import org.silah.access.Scope;
import org.silah.dialogue.Dialogue;
import org.silah.kernel.Command;
import org.silah.platform.Greeting;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty charity with the demonstration's people, clients and gifts, by the same import that a branch's list goes
 * through, and tells the newcomer how to come in. Only a server does so, not each command on the folder.
 */
@Component
@Order(0)
@ConditionalOnProperty({"silah.demo", "silah.workers"})
class Demonstration implements InitializingBean, ApplicationRunner, Greeting {

  private static final long SEED = 1448;
  private static final int GIFTS_PER_CLIENT = 8;

  private final Cast cast;
  private final Dialogue dialogue;
  private final Command imports;
  private final Stories stories;
  private final Regions regions;
  private final Cabinet cabinet;
  private final ApiKeys keys;
  private final Texts texts;
  private final Institutions institutions;
  private final int clients;
  private @Nullable Drafts drafts;
  private @Nullable String apiKey;

  Demonstration(
      Cast cast, Dialogue dialogue, List<Command> commands, Stories stories, Regions regions, Cabinet cabinet, ApiKeys keys, Texts texts, Institutions institutions,
      @Value("${silah.demo.clients:5000}") int clients) {
    this.cast = cast;
    this.dialogue = dialogue;
    this.imports = commands.stream().filter(command -> command.name().equals("import")).findFirst().orElseThrow();
    this.stories = stories;
    this.regions = regions;
    this.cabinet = cabinet;
    this.keys = keys;
    this.texts = texts;
    this.institutions = institutions;
    this.clients = clients;
  }

  /** Before the pages are made ready: what will be filled in can be written meanwhile. */
  @Override
  public void afterPropertiesSet() throws IOException {
    if (!cast.hasOpened()) {
      drafts = Drafts.begin(new Lists(SEED, clients, institutions.today()), clients * GIFTS_PER_CLIENT);
    }
  }

  @Override
  public void run(ApplicationArguments ignored) throws IOException {
    if (drafts != null) {
      try (var lists = drafts) {
        cast.furnish();
        regions.open();
        fill(lists);
        cast.open();
      }
      drafts = null;
    }
    apiKey = keys.issue("demonstration", Set.copyOf(Scope.all()));
  }

  @Override
  public void greet(PrintStream out, URI address) {
    for (var language : Language.values()) {
      out.println(texts.in(language).get("demonstration.sign-in", Cast.ADMINISTRATOR, Cast.PASSWORD, String.join(", ", Cast.OTHERS)));
    }
    out.println("api-key: " + apiKey);
  }

  private void fill(Drafts lists) {
    cast.enter();
    dialogue.waiveQuietHours();
    bring("clients", lists.clients());
    bring("gifts", lists.gifts());
    stories.tell();
    regions.settle();
    cabinet.fill();
  }

  private void bring(String kind, Path file) {
    var said = new java.io.ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = imports.run(List.of(kind, file.toString(), "--yes"), InputStream.nullInputStream(), out, out);
    if (code != 0) {
      throw new UncheckedIOException(new IOException("the demonstration's " + kind + " were refused:\n" + said.toString(StandardCharsets.UTF_8)));
    }
  }
}
