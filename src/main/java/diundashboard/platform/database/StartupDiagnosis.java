package diundashboard.platform.database;

import diundashboard.platform.config.SqliteSettings;
import diundashboard.platform.config.StartupException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Explains why the application cannot use its database at the start: the cause and the remedy. */
final class StartupDiagnosis {

  private static final String NO_LIBRARY =
      "The SQLite driver cannot load its native library from the folder %s (%s). Let the server's user write to this folder and mount it without noexec, or set another folder with the JVM option -Dorg.sqlite.tmpdir.";

  private static final String MODIFIED =
      "The migrations of this release differ from those that created the schema. Deploy an unmodified release, or restore a backup. %s";

  private static final String FAILED =
      "Schema migration failed and was rolled back. Deploy the previous release, and report this error: %s";

  private static final String NOT_CONNECTED =
      "Cannot connect to %s (%s). Start it, or check the URL, user and password of the DataSource.";

  private final Database database;
  private final SqliteSettings settings;

  StartupDiagnosis(Database database, SqliteSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * Explains a failure of the driver, the DataSource or Flyway. Faults of the database are
   * retryable, because they can disappear while the server runs.
   */
  StartupException explain(Throwable failure) {
    var reason = Failures.reason(failure);
    if (isWithoutLibrary(failure)) {
      return StartupException.fatal(
          NO_LIBRARY.formatted(settings.libraryFolder(), reason), failure);
    }
    if (failure instanceof FlywayValidateException) {
      return StartupException.fatal(MODIFIED.formatted(reason), failure);
    }
    return faultOf(failure)
        .map(sentence -> StartupException.retryable(sentence, failure))
        .orElseGet(() -> unknown(failure, reason));
  }

  private Optional<String> faultOf(Throwable failure) {
    return database.dialect() == Dialect.SQLITE
        ? Failures.sqlExceptionIn(failure).flatMap(SqliteFile.of(settings)::explain)
        : new PostgresqlDiagnosis(database.writer()).explain(failure);
  }

  /**
   * By name, because the driver belongs to the server. Its second attempt is a link error. Payara
   * keeps only the driver's message.
   */
  private static boolean isWithoutLibrary(Throwable failure) {
    return Failures.chain(failure)
        .anyMatch(
            cause ->
                cause instanceof UnsatisfiedLinkError
                    || cause.getClass().getSimpleName().equals("NativeLibraryNotFoundException")
                    || Failures.reason(cause).endsWith("Error opening connection"));
  }

  private StartupException unknown(Throwable failure, String reason) {
    return failure instanceof FlywayException
        ? StartupException.fatal(FAILED.formatted(reason), failure)
        : StartupException.retryable(
            NOT_CONNECTED.formatted(database.dialect().product(), reason), failure);
  }
}
