package org.silah.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code start} and {@code demo}: Silah with its pages, until it is told to stop. */
record Server(Place place, Spring spring, Exit exit, Terminal terminal) {

  private static final int USUAL_PORT = 8080;
  private static final String THIS_MACHINE = "127.0.0.1";
  private static final Set<String> FORWARDED = Set.of("none", "native", "framework");

  int run(CommandLine line) {
    exit.mayBeStopped();
    var demo = line.word().equals("demo");
    var port = line.port(USUAL_PORT);
    var bind = demo ? THIS_MACHINE : place.setting("SILAH_BIND", THIS_MACHINE);
    var folder = demo ? place.demonstration(line) : place.charity(line);
    refuseTakenPort(bind, port);
    var coming = demo ? place.embedded(folder) : place.database(folder);
    var settings = new HashMap<String, Object>(coming.database().springProperties());
    settings.put("server.port", port);
    settings.put("server.address", bind);
    settings.put("server.forward-headers-strategy", forwarded());
    settings.put("silah.demo", demo);
    settings.put("silah.workers", true);
    settings.put("silah.data", folder.path().toString());
    settings.put("logging.file.name", folder.logs().resolve("silah.log").toString());
    try {
      greet(spring.start(WebApplicationType.SERVLET, settings, coming), bind);
    } catch (ApplicationContextException failed) {
      PortInUseException.ifCausedBy(failed, PortInUseException.class, _ -> {
        throw taken(bind, port, "taken");
      });
      throw failed;
    }
    return untilStopped();
  }

  private String forwarded() {
    var strategy = place.setting("SILAH_FORWARDED", "none");
    if (!FORWARDED.contains(strategy)) {
      throw new CannotStart("variable", "SILAH_FORWARDED");
    }
    return strategy;
  }

  private void greet(ConfigurableApplicationContext context, String bind) {
    var address = address(bind, context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    terminal.say("ready", address);
    context.getBeanProvider(Greeting.class).orderedStream().forEach(greeting -> greeting.greet(terminal.out(), address));
    terminal.out().flush();
  }

  private static int untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static URI address(String bind, int port) {
    try {
      var host = InetAddress.getByName(bind).isAnyLocalAddress() ? THIS_MACHINE : bind;
      return new URI("http", null, host, port, "/", null, null);
    } catch (IOException | URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static CannotStart taken(String bind, int port, String why) {
    return new CannotStart("port-taken", Integer.toString(port), bind, why);
  }

  private static void refuseTakenPort(String bind, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
    } catch (IOException taken) {
      throw taken(bind, port, taken.getMessage());
    }
  }
}
