package diundashboard.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Recognizes a schema that needs no migration. Flyway takes most of a second to find out the same,
 * so it runs only if a migration is pending, unknown or modified.
 */
record SchemaVersion(Database database) {

  /** The migrations of this release. A test compares them with the scripts. */
  static final Set<String> RELEASED =
      Set.of(
          "1", "2", "3", "4", "5", "6", "7", "8", "10", "12", "14", "16", "18", "20", "22", "24",
          "26", "28", "30", "31", "32", "33", "34");

  private static final String BASELINE = "0";
  private static final String ORIGINAL = "1";

  /**
   * Returns the version of a schema: that of the last migration, or that of the Go original. Empty
   * if it has other tables or none.
   */
  static Optional<String> of(Connection connection, SchemaRelations relations) throws SQLException {
    var history = SchemaHistory.find(connection, relations);
    if (history.isEmpty()) return Optional.of(ORIGINAL).filter(v -> relations.hasUpdates());
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT max(CAST(version AS INTEGER)) FROM %s WHERE version IS NOT NULL"
                    .formatted(history.get()))) {
      row.next();
      return Optional.of(row.getString(1));
    }
  }

  /** Returns whether exactly the migrations of this release have run, with the same scripts. */
  boolean isCurrent() throws SQLException {
    try (var connection = database.writer().getConnection()) {
      var relations = SchemaRelations.read(connection, SchemaSql.of(database.dialect()));
      return relations.has(SchemaHistory.TABLE) && isCurrent(connection);
    }
  }

  private boolean isCurrent(Connection connection) throws SQLException {
    var versions = new HashSet<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT version, script, checksum, success FROM %s WHERE version IS NOT NULL"
                    .formatted(SchemaHistory.TABLE))) {
      while (rows.next()) {
        var version = rows.getString("version");
        if (version.equals(BASELINE)) continue;
        if (!isUnmodified(rows)) return false;
        versions.add(version);
      }
    }
    return versions.equals(RELEASED);
  }

  private boolean isUnmodified(ResultSet row) throws SQLException {
    var checksum = row.getInt("checksum");
    var recorded = row.wasNull() ? Optional.<Integer>empty() : Optional.of(checksum);
    var script = row.getString("script");
    var expected = script.endsWith(".sql") ? checksum(script) : Optional.<Integer>empty();
    return row.getBoolean("success") && Objects.equals(recorded, expected);
  }

  /** Flyway's checksum of a script: that of its lines without the line ends. */
  private Optional<Integer> checksum(String script) {
    var resource = "/db/migration/%s/%s".formatted(database.dialect().folder(), script);
    try (var stream = SchemaVersion.class.getResourceAsStream(resource)) {
      if (stream == null) return Optional.empty();
      var sum = new CRC32();
      new BufferedReader(new InputStreamReader(stream, UTF_8))
          .lines()
          .forEach(line -> sum.update(line.getBytes(UTF_8)));
      return Optional.of((int) sum.getValue());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
