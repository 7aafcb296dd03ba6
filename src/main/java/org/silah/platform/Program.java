package org.silah.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.silah.kernel.Command;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Silah as a process: from the words in the terminal to a running charity, or to one command and its exit code. */
public final class Program {

  private static final int USUAL_PORT = 8080;

  private final Class<?> application;
  private final CommandLine line;
  private final Map<String, String> environment = System.getenv();
  private final Exit exit = new Exit();
  private final PrintStream out = utf8(FileDescriptor.out);
  private final PrintStream err = utf8(FileDescriptor.err);

  private Program(Class<?> application, CommandLine line) {
    this.application = application;
    this.line = line;
  }

  /** Does what the words say; does not return. */
  public static void run(Class<?> application, String... words) {
    var program = new Program(application, CommandLine.of(words));
    program.exit.with(program.code());
  }

  private int code() {
    try {
      return switch (line.word()) {
        case "start" -> serve(line.folder(environment), false);
        case "demo" -> serve(line.demoFolder(environment), true);
        default -> command();
      };
    } catch (CannotStart reason) {
      err.println(reason.sentence());
      return 1;
    } catch (IOException failure) {
      err.println(new CannotStart("folder-unusable", line.folder(environment), failure.toString()).sentence());
      return 1;
    } catch (InterruptedException stopped) {
      return 0;
    } catch (RuntimeException broken) {
      LoggerFactory.getLogger(Program.class).error("Silah cannot go on", broken);
      return 1;
    }
  }

  private int serve(Path path, boolean demo) throws IOException, InterruptedException {
    var port = line.port(USUAL_PORT);
    var folder = exit.closing(DataFolder.own(path));
    var bind = demo ? "127.0.0.1" : environment.getOrDefault("SILAH_BIND", "127.0.0.1");
    refuseTakenPort(bind, port);
    var settings = new HashMap<String, Object>(database(folder, demo).springProperties());
    settings.put("server.port", port);
    settings.put("server.address", bind);
    settings.put("silah.demo", demo);
    settings.put("silah.workers", true);
    settings.put("logging.file.name", folder.path().resolve("logs/silah.log").toString());
    var context = spring(WebApplicationType.SERVLET, settings);
    greet(context, bind);
    new CountDownLatch(1).await();
    return 0;
  }

  private Database database(DataFolder folder, boolean demo) throws IOException {
    var external = ExternalDatabase.in(environment);
    if (external.isPresent() && !demo) {
      Fitness.check(external.get());
      return external.get();
    }
    var postgres = exit.closing(EmbeddedPostgres.in(DataFolder.postgres(folder.path()), Map.of(), this::databaseLost));
    postgres.start();
    return postgres.database();
  }

  private void databaseLost() {
    err.println(Sentences.say("database-lost"));
    exit.with(1);
  }

  private void greet(ConfigurableApplicationContext context, String bind) {
    var host = InetAddress.ofLiteral(bind).isAnyLocalAddress() ? "127.0.0.1" : bind;
    var address = URI.create("http://%s:%s/".formatted(host, context.getEnvironment().getProperty("local.server.port")));
    out.println(Sentences.say("ready", address));
    context.getBeanProvider(Greeting.class).orderedStream().forEach(greeting -> greeting.greet(out, address));
    out.flush();
  }

  private int command() throws IOException {
    var settings = new HashMap<String, Object>(commandDatabase().springProperties());
    settings.put("silah.workers", false);
    settings.put("spring.main.lazy-initialization", true);
    settings.put("spring.datasource.hikari.maximum-pool-size", 4);
    var context = spring(WebApplicationType.NONE, settings);
    var commands = context.getBeansOfType(Command.class).values();
    for (var command : commands) {
      if (command.name().equals(line.word())) {
        return command.run(line.arguments(), System.in, out, err);
      }
    }
    commands.stream().sorted(Comparator.comparing(Command::name)).map(Command::usage).forEach(err::println);
    return 2;
  }

  /** That of a server which runs already, or else our own for as long as the command takes. */
  private Database commandDatabase() throws IOException {
    var external = ExternalDatabase.in(environment);
    if (external.isPresent()) {
      Fitness.check(external.get());
      return external.get();
    }
    var path = line.folderInUse(environment);
    var running = EmbeddedPostgres.running(DataFolder.postgres(path));
    return running.isPresent() ? running.get() : database(exit.closing(DataFolder.own(path)), false);
  }

  private ConfigurableApplicationContext spring(WebApplicationType type, Map<String, Object> settings) {
    // the program's own answers go to standard output, so what libraries log must not
    System.setOut(err);
    var ours = new StandardEnvironment();
    ours.getPropertySources().addFirst(new MapPropertySource("silah", settings));
    return exit.closing(new SpringApplicationBuilder(application).environment(ours).web(type).registerShutdownHook(false).run());
  }

  private static void refuseTakenPort(String bind, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
    } catch (IOException taken) {
      throw new CannotStart("port-taken", Integer.toString(port), bind, taken.getMessage());
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
