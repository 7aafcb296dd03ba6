package org.silah.access;

import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.platform.Greeting;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A new charity gets its first administrator, whose one-time password is told to whoever started the program. */
@Component
@ConditionalOnProperty(name = "silah.workers", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstRun implements ApplicationRunner, Greeting {

  private static final String ADMINISTRATOR = "admin";

  private final Institutions institutions;
  private final StaffMembers staff;
  private final Credentials credentials;
  private final Audit audit;
  private final Texts texts;
  private final TransactionTemplate transaction;
  private final Environment environment;
  /** That brings its own people. */
  private final boolean demonstration;
  private @Nullable String password;

  FirstRun(
      Institutions institutions, StaffMembers staff, Credentials credentials, Audit audit, Texts texts, TransactionTemplate transaction,
      Environment environment, @Value("${silah.demo:false}") boolean demonstration) {
    this.institutions = institutions;
    this.staff = staff;
    this.credentials = credentials;
    this.audit = audit;
    this.texts = texts;
    this.transaction = transaction;
    this.environment = environment;
    this.demonstration = demonstration;
  }

  @Override
  public void run(ApplicationArguments ignored) {
    transaction.executeWithoutResult(_ -> {
      staff.lock(); // another instance may be starting
      followPort();
      if (!demonstration && staff.none()) {
        addAdministrator();
      }
    });
  }

  @Override
  public void greet(PrintStream out, URI address) {
    if (password != null) {
      texts.ofTerminal().forEach(words -> out.println(words.get("access.first-run.administrator", ADMINISTRATOR, password)));
    }
  }

  private void addAdministrator() {
    var once = Secrets.oneTimePassword();
    var added = staff.add(ADMINISTRATOR, name(Language.AR), name(Language.EN), null, Set.of(Role.ADMINISTRATOR), credentials.hash(once), true);
    audit.record("staff.add", "staff", added.id(), Map.of("username", ADMINISTRATOR, "roles", Set.of(Role.ADMINISTRATOR.code())));
    password = once;
  }

  private String name(Language language) {
    return texts.in(language).get("access.first-run.administrator-name");
  }

  private URI here() {
    return URI.create("http://localhost:" + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")));
  }

  /** As long as nobody has named an address of the charity's own, links lead to the port that this start took. */
  private void followPort() {
    var charity = institutions.charity();
    if (environment.containsProperty("local.server.port") && "localhost".equals(charity.publicUrl().getHost()) && !charity.publicUrl().equals(here())) {
      institutions.change(new Institution(
          charity.nameAr(), charity.nameEn(), charity.licenceNumber(), charity.currency(), charity.region(), charity.timeZone(), here(),
          charity.mailFrom(), charity.mailReplyTo()));
    }
  }
}
