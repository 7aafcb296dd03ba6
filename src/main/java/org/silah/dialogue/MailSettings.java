package org.silah.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.kernel.UnusableVariable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which server takes our mail: the one the environment names ({@code SILAH_SMTP_HOST}, {@code _PORT}, {@code _SECURITY},
 * {@code _USERNAME}, {@code _PASSWORD}), or else the one of the settings page, or else the demonstration's own.
 * The only class that touches {@code dialogue.mail_setting}.
 */
@Repository
class MailSettings {

  private static final int SUBMISSION = 587;
  private static final int LAST_PORT = 65_535;
  /** Each takes a connection to the database now and then, of which the pages need some. */
  private static final int MOST_CONNECTIONS = 12;

  private final JdbcClient db;
  private final Keyring keyring;
  private final Audit audit;
  private final Actors actors;
  private final Clock clock;
  private final @Nullable MailServer fromEnvironment;
  private final int connections;
  private volatile @Nullable MailServer sink;

  MailSettings(JdbcClient db, Keyring keyring, Audit audit, Actors actors, Clock clock, ConfigurableEnvironment environment) {
    this.db = db;
    this.keyring = keyring;
    this.audit = audit;
    this.actors = actors;
    this.clock = clock;
    this.fromEnvironment = in(environment);
    this.connections = connections(environment);
  }

  MailSetting current() {
    var kept = kept();
    return new MailSetting(server(kept.server()), kept.unsubscribeMailbox(), kept.whenUncertain());
  }

  /** What the settings page shows and changes; another server may be in use. */
  MailSetting kept() {
    return db.sql("select host, port, security, username, password, unsubscribe_mailbox, when_uncertain from dialogue.mail_setting")
        .query((row, _) -> read(row))
        .single();
  }

  Optional<MailServer> fromEnvironment() {
    return Optional.ofNullable(fromEnvironment);
  }

  /** How many to the server at once. */
  int connections() {
    return connections;
  }

  /** Whether mails go to the demonstration's mailbox. */
  boolean toSink() {
    return sink != null && sink.equals(current().server());
  }

  void offer(@Nullable MailServer sink) {
    this.sink = sink;
  }

  @Transactional
  void change(MailSetting setting) {
    var server = setting.server();
    var before = kept();
    db.sql("""
        update dialogue.mail_setting
        set host = ?, port = ?, security = ?, username = ?, password = ?, unsubscribe_mailbox = ?, when_uncertain = ?, changed_at = ?, changed_by = ?""")
        .params(server == null ? null : server.host(), server == null ? null : server.port(),
            (server == null ? MailServer.Security.STARTTLS : server.security()).code(), server == null ? null : server.username(),
            server == null || server.password() == null ? null : keyring.lock(server.password()), setting.unsubscribeMailbox(),
            setting.whenUncertain().code(), Timestamp.from(clock.instant()), actors.current().code())
        .update();
    audit.record("mail.change", "setting", "mail", Map.of("before", facts(before), "after", facts(setting)));
  }

  private @Nullable MailServer server(@Nullable MailServer kept) {
    if (fromEnvironment != null) {
      return fromEnvironment;
    }
    return kept == null ? sink : kept;
  }

  private MailSetting read(ResultSet row) throws SQLException {
    var host = row.getString("host");
    var locked = row.getBytes("password");
    var server = host == null ? null : new MailServer(
        host, row.getInt("port"), MailServer.Security.of(row.getString("security")), row.getString("username"),
        locked == null ? null : keyring.unlock(locked).orElse(null));
    return new MailSetting(server, row.getString("unsubscribe_mailbox"),
        MailSetting.WhenUncertain.valueOf(row.getString("when_uncertain").toUpperCase(Locale.ROOT)));
  }

  /**
   * An empty variable counts as absent.
   *
   * @throws UnusableVariable naming the one that cannot be what it is
   */
  static @Nullable MailServer in(ConfigurableEnvironment environment) {
    var host = given(environment, "smtp.host");
    return host == null ? null : new MailServer(
        host,
        number(environment, "smtp.port", SUBMISSION, LAST_PORT),
        security(environment),
        given(environment, "smtp.username"),
        given(environment, "smtp.password"));
  }

  /** @throws UnusableVariable if it is no number from 1 to {@link #MOST_CONNECTIONS} */
  static int connections(ConfigurableEnvironment environment) {
    return number(environment, "mail.connections", MOST_CONNECTIONS, MOST_CONNECTIONS);
  }

  private static int number(ConfigurableEnvironment environment, String name, int usual, int most) {
    var value = given(environment, name);
    if (value == null) {
      return usual;
    }
    var digits = value.strip();
    int number = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > most) {
      throw unusable(name);
    }
    return number;
  }

  private static MailServer.Security security(ConfigurableEnvironment environment) {
    var value = Objects.requireNonNullElse(given(environment, "smtp.security"), MailServer.Security.STARTTLS.code()).strip();
    return Stream.of(MailServer.Security.values()).filter(security -> security.code().equalsIgnoreCase(value)).findFirst()
        .orElseThrow(() -> unusable("smtp.security"));
  }

  /** As it was written: the environment itself would take a password's ${…} for the name of something else. */
  private static @Nullable String given(ConfigurableEnvironment environment, String name) {
    return environment.getPropertySources().stream()
        .map(source -> source.getProperty("silah." + name))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .filter(value -> !value.isBlank())
        .orElse(null);
  }

  private static UnusableVariable unusable(String name) {
    return new UnusableVariable("SILAH_" + name.toUpperCase(Locale.ROOT).replace('.', '_'));
  }

  /** The password is a fact only in so far as there is one. */
  private static Map<String, Object> facts(MailSetting setting) {
    var facts = new LinkedHashMap<String, Object>();
    var server = setting.server();
    facts.put("server", server == null ? "" : server.toString());
    facts.put("username", server == null || server.username() == null ? "" : server.username());
    facts.put("has_password", server != null && server.password() != null);
    facts.put("unsubscribe_mailbox", setting.unsubscribeMailbox() == null ? "" : setting.unsubscribeMailbox());
    facts.put("when_uncertain", setting.whenUncertain().code());
    return facts;
  }
}
