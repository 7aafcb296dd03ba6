package org.silah.platform;

import java.util.Map;

/** The charity's database: {@code owner} brings its tables up to date, {@code program} works with them and cannot change their shape. */
public record Database(Login program, Login owner) {

  public Map<String, Object> springProperties() {
    return Map.of(
        "spring.datasource.url", program.url(),
        "spring.datasource.username", program.user(),
        "spring.datasource.password", program.password(),
        "spring.flyway.url", owner.url(),
        "spring.flyway.user", owner.user(),
        "spring.flyway.password", owner.password(),
        "spring.flyway.placeholders.program", program.user());
  }
}
