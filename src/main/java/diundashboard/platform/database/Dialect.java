package diundashboard.platform.database;

import java.sql.SQLException;
import java.util.Optional;
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
    boolean isUnavailable(SQLException failure) {
      return UNAVAILABLE.contains(failure.getErrorCode() & 0xff);
    }

    @Override
    boolean isConstraintViolation(SQLException failure) {
      return (failure.getErrorCode() & 0xff) == CONSTRAINT;
    }

    @Override
    String inList() {
      return "(SELECT value FROM json_each(?))";
    }

    @Override
    public String jsonArrayTable() {
      return "json_each(?)";
    }

    @Override
    public String seconds(String timestamp) {
      return "unixepoch(" + timestamp + ", 'subsec')";
    }

    @Override
    public String forUpdate() {
      return "";
    }

    @Override
    public String forKeyShare() {
      return "";
    }

    @Override
    public String collateC() {
      return "";
    }

    @Override
    public Optional<String> lockTable(String table) {
      return Optional.empty();
    }

    @Override
    public Optional<String> serializeCommits() {
      return Optional.empty();
    }
  },

  POSTGRESQL("PostgreSQL", "postgresql") {

    /**
     * Connection lost, out of resources, shutting down, system error, read-only: errcodes-appendix
     * of its manual.
     */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58", "25");

    /** Any number that no other application on the same database locks. */
    private static final long ACTIVITY_LOCK = 0x6469756e; // "diun"

    @Override
    boolean isUnavailable(SQLException failure) {
      return UNAVAILABLE.contains(classOf(failure));
    }

    @Override
    boolean isConstraintViolation(SQLException failure) {
      return classOf(failure).equals("23");
    }

    @Override
    String inList() {
      return "(SELECT json_array_elements_text(CAST(? AS json)))";
    }

    @Override
    public String jsonArrayTable() {
      return "json_array_elements(CAST(? AS json))";
    }

    @Override
    public String seconds(String timestamp) {
      return "CAST(extract(epoch FROM CAST(" + timestamp + " AS timestamptz)) AS double precision)";
    }

    @Override
    public String forUpdate() {
      return " FOR UPDATE";
    }

    @Override
    public String forKeyShare() {
      return " FOR KEY SHARE";
    }

    @Override
    public String collateC() {
      return " COLLATE \"C\"";
    }

    @Override
    public Optional<String> lockTable(String table) {
      return Optional.of("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
    }

    @Override
    public Optional<String> serializeCommits() {
      return Optional.of("SELECT pg_advisory_xact_lock(" + ACTIVITY_LOCK + ")");
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
  public String product() {
    return product;
  }

  /** Where its scripts lie below {@code db/migration} and {@code db/undo}. */
  public String folder() {
    return folder;
  }

  /** Whether the statement may well work later, when somebody has seen to the database. */
  abstract boolean isUnavailable(SQLException failure);

  /** Whether a rule of the schema, such as a foreign key, refused the statement. */
  abstract boolean isConstraintViolation(SQLException failure);

  /** SQL after IN: expands one JSON array parameter to rows. */
  abstract String inList();

  /**
   * A table of the elements of a JSON array, which is the one parameter; {@code value ->> n} is the
   * text of the nth member, from 0, of an element that is an array itself.
   */
  public abstract String jsonArrayTable();

  /** What a column's timestamp is in seconds since 1970, with a fraction. */
  public abstract String seconds(String timestamp);

  /** What ends a query whose rows nobody else may change before the transaction ends. */
  public abstract String forUpdate();

  /** What ends a query whose rows nobody else may delete before the transaction ends. */
  public abstract String forKeyShare();

  /** What follows a column that is ordered byte by byte, whatever the database's language is. */
  public abstract String collateC();

  /**
   * What keeps everybody else from changing a table and from locking its rows, but not from reading
   * it, before the transaction ends; SQLite's do so anyway.
   */
  public abstract Optional<String> lockTable(String table);

  /**
   * What makes the transactions that run it commit one after the other; SQLite's do so anyway. It
   * has to be the last lock that a transaction takes.
   */
  public abstract Optional<String> serializeCommits();
}
