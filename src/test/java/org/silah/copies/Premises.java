package org.silah.copies;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silah.Charities;
import org.silah.Silah;
import org.silah.access.ApiKeys;
import org.silah.access.Browser;
import org.silah.access.Scope;
import org.silah.kernel.Command;
import org.silah.platform.Database;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A Silah with a database and a folder of its own, that can be left and entered again. */
final class Premises implements AutoCloseable {

  private final Database database;
  private final Path folder;
  private ConfigurableApplicationContext open;
  private MockMvcTester web;

  Premises(Path folder) {
    this.database = Charities.fresh();
    this.folder = folder;
  }

  /** @param more settings, in turn with their values */
  Premises open(boolean workers, String... more) {
    close();
    var settings = new HashMap<String, Object>(database.springProperties());
    settings.putAll(Map.of("spring.flyway.enabled", false, "spring.datasource.hikari.maximum-pool-size", 8, "silah.workers", workers,
        "silah.documents.folder", folder.resolve("files").toString(), "server.port", 0));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("premises", settings));
    open = new SpringApplicationBuilder(Silah.class).environment(environment).web(WebApplicationType.SERVLET).registerShutdownHook(false).run();
    return this;
  }

  <T> T bean(Class<T> type) {
    return open.getBean(type);
  }

  JdbcClient db() {
    return bean(JdbcClient.class);
  }

  Command command(String name) {
    return open.getBeansOfType(Command.class).values().stream().filter(command -> command.name().equals(name)).findFirst().orElseThrow();
  }

  /** Made once for each opening. */
  MockMvcTester web() {
    if (web == null) {
      web = entrance();
    }
    return web;
  }

  private MockMvcTester entrance() {
    var web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) open);
    new SpringBootMockMvcBuilderCustomizer((WebApplicationContext) open).customize(web);
    return MockMvcTester.create(web.build());
  }

  /** A program with a key for everything. */
  Program program() {
    return new Program(web(), bean(ApiKeys.class).issue("copies", Set.copyOf(Scope.all())));
  }

  record Program(MockMvcTester web, String key) {

    String get(String address) {
      return Browser.body(web.get().uri(URI.create(address)).header("Authorization", "Bearer " + key).exchange());
    }

    String post(String address, String json) {
      return Browser.body(web.post().uri(address).header("Authorization", "Bearer " + key).header("Idempotency-Key", UUID.randomUUID().toString())
          .contentType("application/json").content(json).exchange());
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
      web = null;
    }
  }
}
