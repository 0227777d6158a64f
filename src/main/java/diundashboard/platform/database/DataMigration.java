package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A migration that needs Java, because it applies a rule of the application to existing rows. It
 * runs in the transaction of the migrations in SQL. {@link SchemaMigrator} finds it by injection,
 * because Flyway cannot scan the classes of a WAR on WildFly.
 */
public abstract class DataMigration implements JavaMigration {

  private final MigrationVersion version;
  private final String description;

  /**
   * @param version as in the name of a script, such as {@code 7}
   */
  protected DataMigration(String version, String description) {
    this.version = MigrationVersion.fromVersion(version);
    this.description = description;
  }

  /**
   * Migrates the rows.
   *
   * @param database on the connection of the transaction
   */
  protected abstract void migrate(Database database);

  @Override
  public final void migrate(Context context) throws SQLException {
    var connection = ConnectionProxies.closedBy(context.getConnection(), () -> {});
    var source = ConnectionProxies.openedBy(() -> connection);
    migrate(new Database(dialectOf(context.getConnection()), source, source));
  }

  @Override
  public final MigrationVersion getVersion() {
    return version;
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final Integer getChecksum() {
    return null;
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }

  private static Dialect dialectOf(Connection connection) throws SQLException {
    var product = connection.getMetaData().getDatabaseProductName();
    return Stream.of(Dialect.values())
        .filter(dialect -> dialect.product().equals(product))
        .findFirst()
        .orElseThrow();
  }
}
