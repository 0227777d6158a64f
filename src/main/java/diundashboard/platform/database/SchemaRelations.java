package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables and views of a schema.
 *
 * @param columns the columns of each table, and none for a view
 */
record SchemaRelations(Map<String, Set<String>> columns) {

  /** The tables of the Go original, which are those of V1. */
  private static final Map<String, Set<String>> ORIGINAL =
      Map.of(
          "updates",
          Set.of(
              "image",
              "diun_version",
              "hostname",
              "status",
              "provider",
              "hub_link",
              "mime_type",
              "digest",
              "created",
              "platform",
              "ctn_name",
              "ctn_id",
              "ctn_state",
              "ctn_status",
              "received_at",
              "acknowledged_at"),
          "tags",
          Set.of("id", "name"),
          "tag_assignments",
          Set.of("image", "tag_id"));

  /** All tables and views that migrations create. A test compares them with the schema. */
  static final Set<String> MIGRATED =
      Set.of(
          "activity",
          "change_occurrences",
          "changes",
          "channels",
          "digests",
          "heartbeat_runs",
          "heartbeats",
          "host_names",
          "hosts",
          "image_holds",
          "kept_answers",
          "occurrence_metadata",
          "occurrences",
          "preferences",
          "rejections",
          "removed_hosts",
          "removed_occurrences",
          "removed_updates",
          "renamed_images",
          "replaced_change_occurrences",
          "replaced_occurrences",
          "replaced_updates",
          "saved_views",
          "sessions",
          "tag_assignments",
          "tag_rules",
          "tags",
          "test_notifications",
          "tokens",
          "unknown_hosts",
          "updates");

  static SchemaRelations read(Connection connection, SchemaSql sql) throws SQLException {
    var relations = new HashMap<String, Set<String>>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql.relations())) {
      while (rows.next()) {
        var columns = relations.computeIfAbsent(rows.getString(1), name -> new HashSet<>());
        if (rows.getString(2) != null) columns.add(rows.getString(2));
      }
    }
    return new SchemaRelations(relations);
  }

  boolean has(String relation) {
    return columns.containsKey(relation);
  }

  boolean has(String table, Set<String> expected) {
    return columns.getOrDefault(table, Set.of()).containsAll(expected);
  }

  /** True for a database of the Go original and of each release. */
  boolean hasUpdates() {
    return isOriginal("updates");
  }

  /**
   * The relations whose names migrations need, in a database without a migration history. Tables
   * with the columns of the Go original are its own if {@code updates} is among them: the columns
   * of {@code tags} alone are too common.
   */
  List<String> foreign() {
    return columns.keySet().stream()
        .filter(MIGRATED::contains)
        .filter(name -> !(hasUpdates() && isOriginal(name)))
        .sorted()
        .toList();
  }

  private boolean isOriginal(String name) {
    return ORIGINAL.containsKey(name) && has(name, ORIGINAL.get(name));
  }
}
