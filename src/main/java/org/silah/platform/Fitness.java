package org.silah.platform;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether a PostgreSQL that we did not set up ourselves can hold a charity's names and find them again. */
final class Fitness {

  /** The first with {@code uuidv7()} and with {@code old} and {@code new} in {@code returning}. */
  private static final int OLDEST = 180_000;
  private static final String TRIGRAMS = "pg_trgm";

  private Fitness() {}

  /** @throws CannotStart naming the first thing that is wrong */
  static void check(Database database) {
    try (var _ = reach(database.program()); var owner = reach(database.owner())) {
      check(owner);
    } catch (SQLException broken) {
      throw new CannotStart("database-unreachable", database.owner().toString(), broken.getMessage());
    }
  }

  private static Connection reach(Login login) {
    try {
      return login.connect();
    } catch (SQLException unreachable) {
      throw new CannotStart("database-unreachable", login.toString(), unreachable.getMessage());
    }
  }

  private static void check(Connection connection) throws SQLException {
    refuseOlder(Integer.parseInt(ask(connection, "show server_version_num")), ask(connection, "show server_version"));
    if (!ask(connection, "show server_encoding").equals("UTF8")) {
      throw new CannotStart("database-encoding", ask(connection, "show server_encoding"));
    }
    // nothing is kept of this: whether and where an extension is installed is for the migrations
    connection.setAutoCommit(false);
    install(connection, TRIGRAMS);
    if (Integer.parseInt(ask(connection, "select cardinality(" + home(connection, TRIGRAMS) + ".show_trgm('أحمد'))")) == 0) {
      throw new CannotStart("database-locale", ask(connection, "select datctype from pg_database where datname = current_database()"));
    }
    connection.rollback();
  }

  /** @param number as PostgreSQL counts its versions: 180_001 is 18.1 */
  static void refuseOlder(int number, String version) {
    if (number < OLDEST) {
      throw new CannotStart("database-old", version);
    }
  }

  private static void install(Connection connection, String extension) {
    try (var statement = connection.createStatement()) {
      statement.execute("create extension if not exists " + extension);
    } catch (SQLException refused) {
      throw new CannotStart("database-extension", extension, refused.getMessage());
    }
  }

  private static String home(Connection connection, String extension) throws SQLException {
    return ask(connection, "select extnamespace::regnamespace::text from pg_extension where extname = '" + extension + "'");
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement(); var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
