package diundashboard.platform.database;

import diundashboard.platform.config.Settings;
import diundashboard.platform.config.StartupException;
import diundashboard.platform.database.DatabaseException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Runs statements on the database that the settings name.
 *
 * <p>Parameters are positional ({@code ?}) or named ({@code :image}, see {@link NamedParameters}),
 * not both in one statement. Besides the types of JDBC, a parameter may be an {@link
 * java.time.Instant}, which is bound as {@link Timestamps} write it, or a collection or a map of
 * texts, which is bound as JSON. {@code IN (?...)} and {@code IN (:images...)} expand a collection
 * to its elements.
 *
 * <p>SQLite allows one writer at a time. It has two DataSources: the configured one, with a single
 * connection for which writers queue, and {@code <name>-read} for readers, which never block. On
 * PostgreSQL both are the same.
 */
@ApplicationScoped
public class Database {

  private static final Logger LOG = System.getLogger(Database.class.getName());

  private static final int ROWS_AT_ONCE = 500;

  private final OutageLog outages = new OutageLog(LOG, InstantSource.system());
  private final DatabaseCalls calls = new DatabaseCalls();

  private Dialect dialect;
  private DataSource writer;
  private DataSource reader;
  private volatile DatabaseFile file;
  private volatile SQLException failure;

  /** For the container's proxy. */
  protected Database() {}

  /** Looks the DataSources up under their JNDI names. */
  @Inject
  Database(Settings settings) {
    var name = settings.datasource();
    dialect = Dialect.ofJndiName(name);
    writer = lookup(name, "DIUN_DATASOURCE");
    reader = dialect == Dialect.SQLITE ? lookup(name + "-read", "DIUN_DATASOURCE") : writer;
  }

  public Database(Dialect dialect, DataSource writer, DataSource reader) {
    this.dialect = dialect;
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * Looks another database up, to read it.
   *
   * @param setting the variable that contains its JNDI name, for messages
   */
  static Database named(String name, String setting) {
    var source = lookup(name, setting);
    return new Database(Dialect.ofJndiName(name), source, source);
  }

  public Dialect dialect() {
    return dialect;
  }

  public DataSource writer() {
    return writer;
  }

  DataSource reader() {
    return reader;
  }

  /** Returns the open SQLite file; empty on PostgreSQL. */
  Optional<Path> path() {
    if (dialect != Dialect.SQLITE) return Optional.empty();
    return find(
        "SELECT file FROM pragma_database_list WHERE name = 'main'",
        row -> Path.of(row.getString(1)));
  }

  /** Watches the open SQLite file from now on: see {@link #checkFile()}. */
  void watchFile() {
    path().ifPresent(path -> file = new DatabaseFile(path));
  }

  /**
   * Checks that the SQLite file is in its place. Otherwise what has been committed is lost when the
   * server stops.
   *
   * @throws DatabaseUnavailableException if it was moved, deleted or replaced
   */
  public void checkFile() {
    var problem = fileProblem();
    if (problem.isPresent()) throw unavailable(new SQLException(problem.get()));
  }

  /** Returns what is wrong with the place of the SQLite file, with the remedy. */
  Optional<String> fileProblem() {
    return file == null ? Optional.empty() : file.problem();
  }

  /** Returns the failure since {@link #recover()} was last called, if there was one. */
  Optional<SQLException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Forgets the last failure, because the database has been checked. */
  void recover() {
    failure = null;
  }

  /**
   * Returns for how long statements have been waiting for the database without one that succeeded.
   */
  public Duration standstill() {
    return calls.standstill();
  }

  /** Returns all rows of a query. */
  public <T> List<T> list(String sql, Row<T> row, Object... parameters) {
    return run(reader, sql, parameters, statement -> rowsOf(statement, row));
  }

  public <T> List<T> list(String sql, Row<T> row, NamedParameters parameters) {
    var named = NamedSql.of(sql);
    return list(named.sql(), row, named.inOrder(parameters));
  }

  /**
   * Passes each row of a query to a consumer, while the database reads the next ones. On PostgreSQL
   * it must run in a transaction, else the driver keeps all rows in memory.
   */
  public void forEach(String sql, RowConsumer consumer, Object... parameters) throws IOException {
    try {
      run(reader, sql, parameters, statement -> pass(statement, consumer));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Returns the first row of a query. */
  public <T> Optional<T> find(String sql, Row<T> row, Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** Changes rows, and returns how many. */
  public int change(String sql, Object... parameters) {
    return run(writer, sql, parameters, PreparedStatement::executeUpdate);
  }

  public int change(String sql, NamedParameters parameters) {
    var named = NamedSql.of(sql);
    return change(named.sql(), named.inOrder(parameters));
  }

  /** Changes a row with a statement that ends in {@code RETURNING}. */
  public <T> Optional<T> changeReturning(String sql, Row<T> row, Object... parameters) {
    return changeReturningAll(sql, row, parameters).stream().findFirst();
  }

  public <T> Optional<T> changeReturning(String sql, Row<T> row, NamedParameters parameters) {
    return changeReturningAll(sql, row, parameters).stream().findFirst();
  }

  /**
   * Changes rows with a statement that ends in {@code RETURNING}, or reads rows that the current
   * transaction has written or locks.
   */
  public <T> List<T> changeReturningAll(String sql, Row<T> row, Object... parameters) {
    return run(writer, sql, parameters, statement -> rowsOf(statement, row));
  }

  public <T> List<T> changeReturningAll(String sql, Row<T> row, NamedParameters parameters) {
    var named = NamedSql.of(sql);
    return changeReturningAll(named.sql(), row, named.inOrder(parameters));
  }

  /**
   * Changes several rows with as few statements as possible. The statement has one row of
   * parameters, {@code VALUES (:image, :digest)}, which is repeated, and no other parameters.
   */
  public void changeRows(String sql, List<NamedParameters> rows) {
    runRows(sql, rows, PreparedStatement::executeUpdate);
  }

  /**
   * The same with a statement that ends in {@code RETURNING}. The order of results is undefined.
   */
  public <T> List<T> changeRowsReturning(String sql, Row<T> row, List<NamedParameters> rows) {
    var results = new ArrayList<T>();
    runRows(sql, rows, statement -> results.addAll(rowsOf(statement, row)));
    return results;
  }

  private void runRows(String sql, List<NamedParameters> rows, Work<?> work) {
    var named = NamedSql.of(sql);
    for (int from = 0, count; from < rows.size(); from += count) {
      count = RowsSql.rowsOf(rows.size() - from);
      var values =
          rows.subList(from, from + count).stream()
              .flatMap(each -> Stream.of(named.inOrder(each)))
              .toArray();
      run(writer, RowsSql.of(named.sql(), count), values, work);
    }
  }

  private <T> T run(DataSource source, String sql, Object[] parameters, Work<T> work) {
    var expanded = sql.replace("(?...)", dialect.inList());
    if (source == writer) checkFile();
    calls.begin();
    try (var connection = connect(source)) {
      var result = run(connection, expanded, parameters, work);
      outages.succeed();
      calls.succeed();
      return result;
    } catch (SQLException e) {
      throw exceptionOf(e);
    } catch (UndeclaredThrowableException e) { // from proxies of Payara, on a closed connection
      throw Failures.sqlExceptionIn(e).map(this::exceptionOf).orElse(e);
    } finally {
      calls.end();
    }
  }

  private <T> T run(Connection connection, String sql, Object[] parameters, Work<T> work)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, SqlValues.convert(parameters[i]));
      }
      return work.on(statement);
    } catch (SQLException e) {
      if (dialect.breaksConnection(e)) discard(connection);
      throw e;
    }
  }

  private Connection connect(DataSource source) {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Makes the pool replace a connection. WildFly does so if the connection of the driver, which the
   * metadata know, is closed, and Payara if it is aborted outside a transaction. Inside, it keeps
   * the connection, whose cached pages may be damaged.
   */
  private static void discard(Connection connection) {
    try {
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA shrink_memory");
      }
      connection.abort(Runnable::run);
      connection.getMetaData().getConnection().close();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "The connection is closed", e);
    }
  }

  private RuntimeException exceptionOf(SQLException failure) {
    return exceptionOfDriver(Failures.sqlExceptionIn(failure).orElse(failure));
  }

  private RuntimeException exceptionOfDriver(SQLException failure) {
    if (dialect.isLockTimeout(failure)) return new LockTimeoutException(failure);
    if (dialect.isUnavailable(failure)) return unavailable(failure);
    var isConstraint = dialect.isConstraintViolation(failure);
    return new DatabaseException(isConstraint ? Kind.CONSTRAINT : Kind.BUG, failure);
  }

  /** Records a failure, and returns the exception for it. */
  DatabaseUnavailableException unavailable(SQLException cause) {
    failure = cause;
    outages.fail(Failures.reason(cause));
    calls.fail();
    return new DatabaseUnavailableException(cause);
  }

  private static <T> List<T> rowsOf(PreparedStatement statement, Row<T> row) throws SQLException {
    try (var results = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (results.next()) rows.add(row.of(results));
      return rows;
    }
  }

  private static Void pass(PreparedStatement statement, RowConsumer consumer) throws SQLException {
    statement.setFetchSize(ROWS_AT_ONCE);
    try (var results = statement.executeQuery()) {
      while (results.next()) consumer.accept(results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  @SuppressWarnings("BanJNDI") // only the operator can set the name
  private static DataSource lookup(String name, String setting) {
    try {
      return (DataSource) new InitialContext().lookup(name);
    } catch (NamingException e) {
      throw StartupException.retryable(
          "No DataSource named %s. Create it (see server-config), or set %s."
              .formatted(name, setting),
          e);
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Writes one row. */
  @FunctionalInterface
  public interface RowConsumer {
    void accept(ResultSet row) throws SQLException, IOException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
