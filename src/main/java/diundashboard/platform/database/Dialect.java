package diundashboard.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The supported databases and their differences. */
public enum Dialect {
  SQLITE("SQLite", "sqlite") {

    /**
     * Busy, locked, read-only, I/O error, corrupt, disk full, cannot open, not a database:
     * https://sqlite.org/rescode.html
     */
    private static final Set<Integer> UNAVAILABLE = Set.of(5, 6, 8, 10, 11, 13, 14, 26);

    private static final int CONSTRAINT = 19;

    @Override
    boolean isUnavailable(SQLException failure) {
      return UNAVAILABLE.contains(failure.getErrorCode() & 0xff);
    }

    /** Statements that a pool keeps go on failing after an I/O error or on damaged pages. */
    @Override
    boolean breaksConnection(SQLException failure) {
      return !isConstraintViolation(failure);
    }

    @Override
    boolean isLockTimeout(SQLException failure) {
      return false; // its lock is that of the whole database
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
    String versionQuery() {
      return "SELECT sqlite_version()";
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
    public String storageOrder() {
      return "rowid";
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

    @Override
    public Optional<String> limitLockWaits() {
      return Optional.empty();
    }
  },

  POSTGRESQL("PostgreSQL", "postgresql") {

    /**
     * Connection lost, out of resources, shutting down, system error, read-only, deadlock:
     * errcodes-appendix of its manual.
     */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58", "25", "40");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Key of the advisory lock, unlikely to be used by other applications on the database. */
    private static final long ACTIVITY_LOCK = 0x6469756e; // "diun"

    @Override
    boolean isUnavailable(SQLException failure) {
      return UNAVAILABLE.contains(classOf(failure));
    }

    @Override
    boolean breaksConnection(SQLException failure) {
      return false; // the pool recognizes the SQLSTATE of a broken connection
    }

    @Override
    boolean isLockTimeout(SQLException failure) {
      return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
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
    String versionQuery() {
      return "SHOW server_version";
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
    public String storageOrder() {
      return "ctid";
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

    @Override
    public Optional<String> limitLockWaits() {
      return Optional.of("SELECT set_config('lock_timeout', '500', true)");
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

  /** The dialect that a JNDI name contains. {@code Settings} accepts no other names. */
  static Dialect ofJndiName(String name) {
    return name.contains(SQLITE.folder) ? SQLITE : POSTGRESQL;
  }

  /** The product name, see {@link java.sql.DatabaseMetaData#getDatabaseProductName()}. */
  public String product() {
    return product;
  }

  /** The folder of its scripts in {@code db/migration} and {@code db/undo}. */
  public String folder() {
    return folder;
  }

  /** A query for the version of the product. */
  abstract String versionQuery();

  /** True for operational failures (503), false for bugs (500). */
  abstract boolean isUnavailable(SQLException failure);

  /** True if the connection must not be used again, and the pool does not know it. */
  abstract boolean breaksConnection(SQLException failure);

  /** True if another transaction holds the lock of a row for longer than the statement waits. */
  abstract boolean isLockTimeout(SQLException failure);

  /** True if the statement violates a constraint, such as a foreign key. */
  abstract boolean isConstraintViolation(SQLException failure);

  /** SQL after IN: expands one JSON array parameter to rows. */
  abstract String inList();

  /**
   * A table of the elements of a JSON array, which is its one parameter. If the elements are
   * arrays, {@code value ->> n} is the text of their nth member, from 0.
   */
  public abstract String jsonArrayTable();

  /** Converts a timestamp to seconds since 1970, with a fraction. */
  public abstract String seconds(String timestamp);

  /** Row lock clause ({@code FOR UPDATE}); empty on SQLite. */
  public abstract String forUpdate();

  /** Row lock clause against deletion ({@code FOR KEY SHARE}); empty on SQLite. */
  public abstract String forKeyShare();

  /**
   * The column to order rows by, so that transactions that change them part by part change few
   * pages each.
   */
  public abstract String storageOrder();

  /** Collation clause for byte order. */
  public abstract String collateC();

  /**
   * Statement that locks a table against changes and row locks, but not reads, until the
   * transaction ends; empty on SQLite, which has one writer.
   */
  public abstract Optional<String> lockTable(String table);

  /**
   * Statement that serializes commits (an advisory lock); empty on SQLite, which has one writer. It
   * must be the last lock of a transaction.
   */
  public abstract Optional<String> serializeCommits();

  /**
   * Statement that limits each wait for a lock to half a second until the transaction ends; empty
   * on SQLite, which has no locks of rows.
   */
  public abstract Optional<String> limitLockWaits();
}
