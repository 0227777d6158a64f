package diundashboard.database;

import java.sql.SQLException;
import java.util.Set;

/** The two databases, and the little in which they differ. */
public enum Dialect {
  SQLITE("SQLite", "sqlite") {

    /**
     * Busy, locked, read-only, I/O error, corrupt, disk full, cannot open:
     * https://sqlite.org/rescode.html
     */
    private static final Set<Integer> UNAVAILABLE = Set.of(5, 6, 8, 10, 11, 13, 14);

    private static final int CONSTRAINT = 19;

    @Override
    boolean meansUnavailable(SQLException failure) {
      return UNAVAILABLE.contains(failure.getErrorCode() & 0xff);
    }

    @Override
    boolean meansConstraint(SQLException failure) {
      return (failure.getErrorCode() & 0xff) == CONSTRAINT;
    }
  },

  POSTGRESQL("PostgreSQL", "postgresql") {

    /**
     * Connection lost, out of resources, shutting down, system error, read-only: errcodes-appendix
     * of its manual.
     */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58", "25");

    @Override
    boolean meansUnavailable(SQLException failure) {
      return UNAVAILABLE.contains(classOf(failure));
    }

    @Override
    boolean meansConstraint(SQLException failure) {
      return classOf(failure).equals("23");
    }

    private static String classOf(SQLException failure) {
      var state = failure.getSQLState();
      return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
  };

  private final String product;
  private final String folder;

  Dialect(String product, String folder) {
    this.product = product;
    this.folder = folder;
  }

  /** The dialect that a JNDI name has in it; {@code Settings} let no other name pass. */
  static Dialect ofJndiName(String name) {
    return name.contains(SQLITE.folder) ? SQLITE : POSTGRESQL;
  }

  /**
   * What the driver calls the database, see {@link
   * java.sql.DatabaseMetaData#getDatabaseProductName()}.
   */
  String product() {
    return product;
  }

  /** Where its scripts lie below {@code db/migration} and {@code db/undo}. */
  String folder() {
    return folder;
  }

  /** Whether the statement may well work later, when somebody has seen to the database. */
  abstract boolean meansUnavailable(SQLException failure);

  /** Whether a rule of the schema, such as a foreign key, refused the statement. */
  abstract boolean meansConstraint(SQLException failure);
}
