package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a database whose rows can be copied, in an order that its foreign keys allow. */
final class MovedTables {

  private MovedTables() {}

  /** Returns the tables and columns that both databases have. */
  static List<MovedTable> of(Connection target, SchemaRelations to, SchemaRelations from)
      throws SQLException {
    var tables = new ArrayList<MovedTable>();
    for (var name : inOrder(target, to)) {
      var columns = new TreeSet<>(to.columns().get(name));
      columns.retainAll(from.columns().getOrDefault(name, Set.of()));
      if (!columns.isEmpty()) tables.add(new MovedTable(name, List.copyOf(columns)));
    }
    return tables;
  }

  /** Returns the names of the tables, each after those that it refers to. */
  static List<String> inOrder(Connection connection, SchemaRelations relations)
      throws SQLException {
    var rest = new TreeSet<>(SchemaRelations.MIGRATED);
    rest.removeIf(name -> relations.columns().getOrDefault(name, Set.of()).isEmpty());
    var ordered = new ArrayList<String>();
    while (!rest.isEmpty()) {
      for (var name : List.copyOf(rest)) {
        var parents = parentsOf(connection, name);
        parents.retainAll(rest);
        if (parents.isEmpty() || parents.equals(Set.of(name))) {
          ordered.add(name);
          rest.remove(name);
        }
      }
    }
    return ordered;
  }

  private static Set<String> parentsOf(Connection connection, String table) throws SQLException {
    var parents = new HashSet<String>();
    try (var keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
      while (keys.next()) parents.add(keys.getString("PKTABLE_NAME"));
    }
    return parents;
  }
}
