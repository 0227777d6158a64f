package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table in which Flyway records migrations. Earlier releases used Flyway's default name, under
 * which another application can have its history in the same schema.
 */
final class SchemaHistory {

  static final String TABLE = "diun_schema_history";
  static final String FORMER_TABLE = "flyway_schema_history";

  private SchemaHistory() {}

  /**
   * Returns the name of the history of this application, or empty if its V1 has not run.
   *
   * @param relations the current schema
   */
  static Optional<String> find(Connection connection, SchemaRelations relations)
      throws SQLException {
    for (var table : Stream.of(TABLE, FORMER_TABLE).filter(relations::has).toList()) {
      if (isOurs(connection, relations, table)) return Optional.of(table);
    }
    return Optional.empty();
  }

  /** A history under the default name must look like ours before it is read. */
  private static boolean isOurs(Connection connection, SchemaRelations relations, String table)
      throws SQLException {
    var looksLikeOurs =
        table.equals(TABLE)
            || (relations.hasUpdates() && relations.has(table, Set.of("version", "script")));
    return looksLikeOurs && recordsV1(connection, table);
  }

  private static boolean recordsV1(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT 1 FROM %s WHERE version = '1' AND script = 'V1__original.sql'"
                    .formatted(table))) {
      return rows.next();
    }
  }
}
