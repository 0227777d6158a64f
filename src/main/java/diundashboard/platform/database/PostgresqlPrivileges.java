package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.Stream;

/** The privileges that migrations need on PostgreSQL. */
final class PostgresqlPrivileges {

  /** Only the owner of a table may alter it. The schemas of the search path may not exist. */
  private static final String MISSING =
      """
      WITH path AS (
        SELECT btrim(name, '" ') AS name, position
        FROM unnest(string_to_array(current_setting('search_path'), ',')) WITH ORDINALITY AS p (name, position)
      ), existing AS (
        SELECT n.oid, n.nspname FROM path p JOIN pg_namespace n ON n.nspname = p.name
        ORDER BY current_schema() IS DISTINCT FROM n.nspname, p.position LIMIT 1
      )
      SELECT format('CREATE SCHEMA %I AUTHORIZATION %I', name, current_user)
      FROM (SELECT name FROM path ORDER BY position DESC LIMIT 1) last WHERE NOT EXISTS (SELECT FROM existing)
      UNION ALL
      SELECT format('GRANT USAGE, CREATE ON SCHEMA %I TO %I', nspname, current_user)
      FROM existing WHERE NOT (has_schema_privilege(oid, 'USAGE') AND has_schema_privilege(oid, 'CREATE'))
      UNION ALL
      SELECT format('ALTER %s %I.%I OWNER TO %I', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, nspname, c.relname, current_user)
      FROM existing JOIN pg_class c ON c.relnamespace = existing.oid
      WHERE c.relkind IN ('r', 'v') AND c.relname = ANY (?) AND NOT pg_has_role(c.relowner, 'USAGE')
      ORDER BY 1
      """;

  private PostgresqlPrivileges() {}

  /**
   * Returns the statements with which an administrator grants what the user of a connection lacks,
   * or an empty text.
   */
  static String missing(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(MISSING)) {
      statement.setArray(1, connection.createArrayOf("text", tables()));
      var grants = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) grants.add(rows.getString(1) + ";");
      }
      return String.join(" ", grants);
    }
  }

  private static Object[] tables() {
    var histories = Stream.of(SchemaHistory.TABLE, SchemaHistory.FORMER_TABLE);
    return Stream.concat(SchemaRelations.MIGRATED.stream(), histories).toArray();
  }
}
