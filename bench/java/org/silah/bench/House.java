package org.silah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silah.Silah;
import org.silah.platform.Database;
import org.silah.platform.EmbeddedPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A whole Silah for one measurement: its own PostgreSQL with production settings, and the program on it. */
final class House implements AutoCloseable {

  final Path folder;
  private final EmbeddedPostgres postgres;
  private final List<ConfigurableApplicationContext> programs = new ArrayList<>();

  House() throws IOException {
    folder = Files.createTempDirectory("silah-bench");
    postgres = EmbeddedPostgres.in(folder.resolve("postgres"), Map.of(), () -> {});
    postgres.start();
  }

  Database database() {
    return postgres.database();
  }

  /** The program with its pages on a free port, or without them. */
  ConfigurableApplicationContext program(boolean pages, String... settings) {
    var arguments = new ArrayList<String>();
    database().springProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.add("--server.port=0");
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--silah.data=" + folder);
    if (!pages) {
      arguments.add("--spring.main.lazy-initialization=true"); // what belongs to pages cannot be made without them
    }
    arguments.addAll(List.of(settings));
    var program = new SpringApplicationBuilder(Silah.class)
        .web(pages ? WebApplicationType.SERVLET : WebApplicationType.NONE)
        .run(arguments.toArray(String[]::new));
    programs.add(program);
    return program;
  }

  static int port(ConfigurableApplicationContext program) {
    return program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() throws IOException {
    programs.reversed().forEach(ConfigurableApplicationContext::close);
    postgres.close();
    FileSystemUtils.deleteRecursively(folder);
  }
}
