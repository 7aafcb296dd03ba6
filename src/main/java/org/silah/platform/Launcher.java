package org.silah.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a PostgreSQL program is run on this machine. PostgreSQL refuses to be root, so under root it gets a user
 * namespace of its own, or, where the machine has none, an ordinary user's identity.
 */
final class Launcher {

  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
  private static final int ROOT = 0;

  private final List<String> identity;
  private final int owner;

  private Launcher(List<String> identity, int owner) {
    this.identity = identity;
    this.owner = owner;
  }

  /** @param cluster the database files, whose owner decides who may serve them; may not exist yet */
  static Launcher forCluster(Path cluster) throws IOException {
    if (!LINUX || !System.getProperty("user.name").equals("root")) {
      return new Launcher(List.of(), -1);
    }
    var owner = Files.exists(cluster) ? (int) Files.getAttribute(cluster, "unix:uid") : ROOT;
    if (owner == ROOT && succeeds("unshare", "-U", "true")) {
      return new Launcher(List.of("unshare", "-U"), ROOT);
    }
    return as(owner == ROOT ? ordinaryUser() : owner);
  }

  private static Launcher as(int user) {
    return new Launcher(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"), user);
  }

  /** A program that does its work and ends. */
  ProcessBuilder tool(Path program, String... arguments) {
    return command(identity, program, arguments);
  }

  /**
   * A server that ends when the thread that started it ends, in whatever way, and that a Ctrl-C meant for Silah does not reach.
   * The order matters: entering a user namespace or changing identity would clear the wish to die with the parent.
   */
  ProcessBuilder server(Path program, String... arguments) {
    var prefix = new ArrayList<String>();
    if (LINUX) {
      prefix.add("setsid");
      prefix.addAll(identity);
      prefix.addAll(List.of("setpriv", "--pdeathsig", "INT"));
    }
    return command(prefix, program, arguments);
  }

  /** Gives a file or folder, with all that is in it, to the user that the programs run as. */
  void hand(Path path) throws IOException {
    if (owner > ROOT) {
      List<Path> all;
      try (Stream<Path> tree = Files.walk(path)) {
        all = tree.toList();
      }
      for (var each : all) {
        Files.setAttribute(each, "unix:uid", owner);
      }
    }
  }

  /** Opens the way to a folder, but not what is in it, to the user that the programs run as. */
  void letThrough(Path folder) throws IOException {
    if (owner > ROOT) {
      DataFolder.restrict(folder, "rwx--x--x");
    }
  }

  private static ProcessBuilder command(List<String> prefix, Path program, String... arguments) {
    var words = new ArrayList<>(prefix);
    words.add(program.toString());
    words.addAll(List.of(arguments));
    var process = new ProcessBuilder(words);
    process.environment().keySet().retainAll(Set.of("PATH", "HOME", "TMPDIR"));
    return process;
  }

  /** The user that Linux distributions make for PostgreSQL, or else the one that owns nothing. */
  private static int ordinaryUser() throws IOException {
    List<String> users = Files.readAllLines(Path.of("/etc/passwd"));
    return Stream.of("postgres:", "nobody:")
        .flatMap(name -> users.stream().filter(line -> line.startsWith(name)))
        .map(line -> Integer.parseInt(line.split(":")[2]))
        .findFirst()
        .orElseThrow(() -> new CannotStart("root"));
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException | InterruptedException impossible) {
      return false;
    }
  }
}
