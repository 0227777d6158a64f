package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.config.StartupException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Each fault of a PostgreSQL server has its sentence at the start. */
class PostgresqlFaultTest {

  private static final String NAME = "diagnosis";

  /** Creates an empty database, and a user of the same name without privileges on it. */
  @BeforeEach
  void createDatabaseAndUser() {
    admin("DROP DATABASE IF EXISTS diagnosis WITH (FORCE)");
    admin("DROP ROLE IF EXISTS diagnosis");
    admin("CREATE ROLE diagnosis LOGIN");
    admin("CREATE DATABASE diagnosis");
  }

  @Test
  void theSchemaMayNotBeChanged() {
    assertRetryable(
        source(),
        "The PostgreSQL user of the DataSource lacks a privilege (ERROR: permission denied for schema public). Let an administrator run: GRANT USAGE, CREATE ON SCHEMA public TO diagnosis;");
    inDatabase("GRANT USAGE, CREATE ON SCHEMA public TO diagnosis");
    TestDatabase.migrate(database(source()));
  }

  @Test
  void theSchemaMayNotBeUsed() {
    inDatabase("REVOKE USAGE ON SCHEMA public FROM PUBLIC");
    assertRetryable(
        source(),
        "The PostgreSQL user of the DataSource has no schema for the tables. Let an administrator run: GRANT USAGE, CREATE ON SCHEMA public TO diagnosis;");
    inDatabase("GRANT USAGE, CREATE ON SCHEMA public TO diagnosis");
    TestDatabase.migrate(database(source()));
  }

  @Test
  void theSchemaDoesNotExist() {
    var source = source();
    source.setCurrentSchema("\"My team\"");
    assertRetryable(
        source,
        "The PostgreSQL user of the DataSource has no schema for the tables. Let an administrator run: CREATE SCHEMA \"My team\" AUTHORIZATION diagnosis;");
    inDatabase("CREATE SCHEMA \"My team\" AUTHORIZATION diagnosis");
    TestDatabase.migrate(database(source));
  }

  /** The tables of the Go original, created by its own user. */
  @Test
  void theTablesHaveAnotherOwner() {
    var administrator = database(administrator());
    new Schema(administrator).createAsGoOriginal();
    inDatabase("GRANT USAGE, CREATE ON SCHEMA public TO diagnosis");
    assertRetryable(
        source(),
        "The PostgreSQL user of the DataSource lacks a privilege (ERROR: must be owner of table updates). Let an administrator run: ALTER TABLE public.tag_assignments OWNER TO diagnosis; ALTER TABLE public.tags OWNER TO diagnosis; ALTER TABLE public.updates OWNER TO diagnosis;");
    inDatabase(
        "ALTER TABLE public.tag_assignments OWNER TO diagnosis; ALTER TABLE public.tags OWNER TO diagnosis; ALTER TABLE public.updates OWNER TO diagnosis;");
    TestDatabase.migrate(database(source()));
  }

  @Test
  void theDatabaseMayNotBeConnectedTo() {
    admin("REVOKE CONNECT ON DATABASE diagnosis FROM PUBLIC");
    assertRetryable(
        source(),
        "The PostgreSQL user of the DataSource lacks a privilege (FATAL: permission denied for database \"diagnosis\" Detail: User does not have CONNECT privilege.). Let an administrator grant it.");
  }

  @Test
  void theDatabaseDoesNotExist() {
    var source = source();
    source.setDatabaseName("nowhere");
    assertRetryable(
        source,
        "PostgreSQL does not have the database of the DataSource (FATAL: database \"nowhere\" does not exist). Create it, or check DIUN_POSTGRESQL_URL.");
  }

  @Test
  void theUserDoesNotExist() {
    var source = source();
    source.setUser("nobody");
    assertRetryable(
        source,
        "PostgreSQL refuses the user of the DataSource (FATAL: role \"nobody\" does not exist). Check DIUN_POSTGRESQL_USER and the server's pg_hba.conf.");
  }

  @Test
  void theServerDoesNotRun() {
    var source = source();
    source.setPortNumbers(new int[] {1});
    assertRetryable(
        source,
        "Cannot connect to PostgreSQL (Connection refused). Start it, or check the URL of the DataSource (DIUN_POSTGRESQL_URL).");
  }

  @Test
  void theHostDoesNotExist() {
    var source = source();
    source.setServerNames(new String[] {"db.invalid"});
    assertRetryable(
        source,
        "Cannot connect to PostgreSQL (unknown host db.invalid). Start it, or check the URL of the DataSource (DIUN_POSTGRESQL_URL).");
  }

  @Test
  void noConnectionIsLeft() {
    admin("ALTER ROLE diagnosis CONNECTION LIMIT 0");
    assertRetryable(
        source(),
        "PostgreSQL has no connection left (FATAL: too many connections for role \"diagnosis\"). Raise its limit of connections, or lower DIUN_POOL_MAX.");
  }

  @Test
  void theServerIsReadOnly() {
    admin("ALTER ROLE diagnosis SET default_transaction_read_only = on");
    inDatabase("GRANT USAGE, CREATE ON SCHEMA public TO diagnosis");
    assertRetryable(
        source(),
        "PostgreSQL is read-only (ERROR: cannot execute CREATE TABLE in a read-only transaction). Connect to the primary server, or check the settings of the user.");
  }

  @Test
  void theTablesAreLocked() throws SQLException {
    inDatabase("GRANT USAGE, CREATE ON SCHEMA public TO diagnosis");
    var schema = new Schema(database(source()));
    schema.createAsGoOriginal();
    admin("ALTER ROLE diagnosis SET lock_timeout = '100ms'");
    try (var other = administrator().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE updates");
      assertRetryable(
          source(),
          "Another session locks the tables of DiunDashboard (ERROR: canceling statement due to lock timeout). End that session, or wait until it releases the lock.");
      other.rollback();
    }
    schema.migrate();
  }

  private static void assertRetryable(PGSimpleDataSource source, String sentence) {
    assertThatThrownBy(() -> TestDatabase.migrate(database(source)))
        .hasMessage(sentence)
        .isInstanceOfSatisfying(
            StartupException.class, failure -> assertThat(failure.isRetryable()).isTrue());
  }

  private static Database database(PGSimpleDataSource source) {
    return TestDatabase.database(Dialect.POSTGRESQL, source);
  }

  private static PGSimpleDataSource source() {
    var source = administrator();
    source.setUser(NAME);
    return source;
  }

  private static PGSimpleDataSource administrator() {
    var source = new PGSimpleDataSource();
    source.setPortNumbers(new int[] {TestDatabase.postgres().getPort()});
    source.setDatabaseName(NAME);
    source.setUser("postgres");
    return source;
  }

  private static void admin(String sql) {
    TestDatabase.runOnPostgres(sql);
  }

  private static void inDatabase(String sql) {
    TestDatabase.run(database(administrator()), sql);
  }
}
