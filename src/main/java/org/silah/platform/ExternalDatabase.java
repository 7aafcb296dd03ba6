package org.silah.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A PostgreSQL that someone else looks after, named by SILAH_DATABASE_URL. */
final class ExternalDatabase {

  private static final Pattern URL =
      Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<rest>.+)");

  private ExternalDatabase() {}

  /**
   * SILAH_DATABASE_URL; SILAH_DATABASE_USER and _PASSWORD win over what stands in the URL itself. Tables are brought up to date
   * by the login of SILAH_DATABASE_OWNER_URL, if there is one. An empty variable counts as absent.
   */
  static Optional<Database> in(Map<String, String> environment) {
    return login(environment, "SILAH_DATABASE").map(program ->
        new Database(program, login(environment, "SILAH_DATABASE_OWNER").orElse(program)));
  }

  private static Optional<Login> login(Map<String, String> environment, String name) {
    return given(environment, name + "_URL").map(url -> login(name, url, environment));
  }

  private static Login login(String name, String url, Map<String, String> environment) {
    var parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new CannotStart("no-database-url", name + "_URL");
    }
    return new Login(
        "jdbc:postgresql://" + parts.group("rest"),
        given(environment, name + "_USER").orElseGet(() -> decoded(parts.group("user"))),
        given(environment, name + "_PASSWORD").orElseGet(() -> decoded(parts.group("password"))));
  }

  private static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private static String decoded(String part) {
    return part == null ? "" : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
