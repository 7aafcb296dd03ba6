package org.silah.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A way into a database. {@code url} is a JDBC one and carries no password. */
public record Login(String url, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The password is nobody's to read in a log. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
