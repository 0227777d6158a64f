package diundashboard.platform.database;

import java.util.List;

/** Statements on the schema as a whole. Dialects of {@link Dialect}. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum SchemaSql {
  SQLITE(
      List.of(),
      """
      SELECT lower(r.name), lower(c.name) FROM sqlite_schema r
      LEFT JOIN pragma_table_info(r.name) c ON r.type = 'table'
      WHERE r.type IN ('table', 'view')""",
      List.of(
          "ALTER TABLE flyway_schema_history RENAME TO diun_schema_history",
          "DROP INDEX IF EXISTS flyway_schema_history_s_idx",
          "CREATE INDEX IF NOT EXISTS diun_schema_history_s_idx ON diun_schema_history (success)"),
      List.of(),
      List.of(),
      List.of()),

  /** Unlike information_schema, the catalog also lists what the user has no privilege for. */
  POSTGRESQL(
      List.of("SELECT pg_advisory_xact_lock(" + 0x6469756f + ")"), // "diuo"
      """
      SELECT r.relname, c.attname FROM pg_class r
      LEFT JOIN pg_attribute c
        ON c.attrelid = r.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
        AND r.relkind IN ('r', 'p')
      WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND r.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())""",
      List.of(
          "ALTER TABLE flyway_schema_history RENAME TO diun_schema_history",
          "ALTER INDEX IF EXISTS flyway_schema_history_pk RENAME TO diun_schema_history_pk",
          "ALTER INDEX IF EXISTS flyway_schema_history_s_idx RENAME TO diun_schema_history_s_idx"),
      List.of("SET statement_timeout = 0", "SET idle_in_transaction_session_timeout = 0"),
      List.of("RESET statement_timeout", "RESET idle_in_transaction_session_timeout"),
      List.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"));

  private final List<String> lock;
  private final String relations;
  private final List<String> renameHistory;
  private final List<String> removeTimeLimits;
  private final List<String> restoreTimeLimits;
  private final List<String> snapshot;

  SchemaSql(
      List<String> lock,
      String relations,
      List<String> renameHistory,
      List<String> removeTimeLimits,
      List<String> restoreTimeLimits,
      List<String> snapshot) {
    this.lock = lock;
    this.relations = relations;
    this.renameHistory = renameHistory;
    this.removeTimeLimits = removeTimeLimits;
    this.restoreTimeLimits = restoreTimeLimits;
    this.snapshot = snapshot;
  }

  static SchemaSql of(Dialect dialect) {
    return valueOf(dialect.name());
  }

  /** Serializes the servers that start on one database, until the transaction ends. */
  List<String> lock() {
    return lock;
  }

  /**
   * Lists the tables and views of the current schema, each with the columns of a table, except
   * generated ones, or null.
   */
  String relations() {
    return relations;
  }

  /** Renames Flyway's table and its indexes, whose names are unique in the schema too. */
  List<String> renameHistory() {
    return renameHistory;
  }

  /** Removes the time limits of the connection, except that of waiting for locks. */
  List<String> removeTimeLimits() {
    return removeTimeLimits;
  }

  /** Restores the time limits that the connection had at its start. */
  List<String> restoreTimeLimits() {
    return restoreTimeLimits;
  }

  /** Begins a transaction whose statements all see the same rows. SQLite has no others. */
  List<String> snapshot() {
    return snapshot;
  }
}
