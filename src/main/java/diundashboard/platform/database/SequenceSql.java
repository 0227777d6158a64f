package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Statements on the sequences of the columns {@code id}. Dialects of {@link Dialect}. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum SequenceSql {
  SQLITE(
      "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '%s'",
      List.of(
          "DELETE FROM sqlite_sequence WHERE name = '%1$s'",
          "INSERT INTO sqlite_sequence (name, seq) VALUES ('%1$s', %2$d)")),

  POSTGRESQL(
      "SELECT coalesce(pg_sequence_last_value(CAST(pg_get_serial_sequence('%s', 'id') AS regclass)), 0)",
      List.of("SELECT setval(pg_get_serial_sequence('%1$s', 'id'), %2$d)"));

  private final String last;
  private final List<String> setLast;

  SequenceSql(String last, List<String> setLast) {
    this.last = last;
    this.setLast = setLast;
  }

  static SequenceSql of(Dialect dialect) {
    return valueOf(dialect.name());
  }

  /** Returns the last id that was given to a row of a table; 0 if there was none. */
  long lastId(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(last.formatted(table))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Makes the next row of a table get an id after this one. */
  void setLastId(Connection connection, String table, long id) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var each : setLast) statement.execute(each.formatted(table, id));
    }
  }
}
