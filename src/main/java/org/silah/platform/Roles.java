package org.silah.platform;

import java.sql.Connection;
import java.sql.SQLException;

/** Who may do what in the embedded PostgreSQL. Safe to repeat, so a start that was cut short is simply finished by the next. */
final class Roles {

  static final String DATABASE = "silah";
  static final String OWNER = "silah_owner";
  static final String PROGRAM = "silah_app";

  private Roles() {}

  static void prepare(Connection superuser, Passwords passwords) throws SQLException {
    login(superuser, OWNER, passwords.owner());
    login(superuser, PROGRAM, passwords.program());
    if (!exists(superuser, "select from pg_database where datname = '" + DATABASE + "'")) {
      execute(superuser, "create database " + DATABASE + " owner " + OWNER);
    }
  }

  /** What only the superuser may install; the extensions that migrations ask for are trusted to the owner. */
  static void prepareDatabase(Connection superuser) throws SQLException {
    execute(superuser, "create extension if not exists pg_stat_statements");
  }

  private static void login(Connection superuser, String role, String password) throws SQLException {
    if (!exists(superuser, "select from pg_roles where rolname = '" + role + "'")) {
      execute(superuser, "create role " + role + " login password '" + password + "'");
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
