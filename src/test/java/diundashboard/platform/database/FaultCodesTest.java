package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fault of each SQLite result code and SQLSTATE, also of those that tests cannot cause. */
class FaultCodesTest {

  @ParameterizedTest
  @CsvSource({
    "3,NOT_OPENED",
    "5,LOCKED",
    "261,LOCKED",
    "6,LOCKED",
    "8,READ_ONLY",
    "1032,READ_ONLY",
    "1544,READ_ONLY",
    "10,NOT_READABLE",
    "778,NOT_READABLE",
    "11,DAMAGED",
    "13,DISK_FULL",
    "14,NOT_OPENED",
    "26,NOT_SQLITE",
    "0,",
    "1,",
    "19,"
  })
  void resultCodesOfSqlite(int code, SqliteFault fault) {
    assertThat(SqliteFault.of(new SQLException("x", null, code)))
        .isEqualTo(Optional.ofNullable(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "08001,UNREACHABLE",
    "08006,UNREACHABLE",
    "08P01,UNREACHABLE",
    "25006,READ_ONLY",
    "25P03,INTERRUPTED",
    "28000,ACCESS_REFUSED",
    "28P01,WRONG_PASSWORD",
    "3D000,NO_DATABASE",
    "40P01,LOCKED",
    "40001,LOCKED",
    "42501,MISSING_PRIVILEGE",
    "53000,OUT_OF_RESOURCES",
    "53100,DISK_FULL",
    "53200,OUT_OF_RESOURCES",
    "53300,TOO_MANY_CONNECTIONS",
    "55P03,LOCKED",
    "57014,INTERRUPTED",
    "57P01,INTERRUPTED",
    "57P03,STARTING",
    "58030,SYSTEM_ERROR",
    "XX001,SYSTEM_ERROR",
    "42P07,",
    "42601,",
    "23505,",
    "'',",
    ","
  })
  void statesOfPostgresql(String state, PostgresqlFault fault) {
    assertThat(PostgresqlFault.of(new SQLException("x", state)))
        .isEqualTo(Optional.ofNullable(fault));
  }

  /** Payara keeps only the message of a failed connection. */
  @ParameterizedTest
  @CsvSource({
    "[SQLITE_BUSY] The database file is locked (database is locked),LOCKED",
    "[SQLITE_READONLY_DIRECTORY] Cannot write,READ_ONLY",
    "[SQLITE_NOTADB] File opened that is not a database file (file is not a database),NOT_SQLITE",
    "[SQLITE_CANTOPEN] Unable to open the database file (unable to open database file),NOT_OPENED",
    "[SQLITE_CONSTRAINT] Abort,"
  })
  void messagesOfSqlite(String message, SqliteFault fault) {
    assertThat(
            SqliteFault.of(new SQLException("The connection could not be allocated: " + message)))
        .isEqualTo(Optional.ofNullable(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Connection to 127.0.0.1:1 refused. Check that the hostname and port are correct.|UNREACHABLE",
        "The connection attempt failed.|UNREACHABLE",
        "FATAL: password authentication failed for user \"x\"|WRONG_PASSWORD",
        "FATAL: role \"x\" does not exist|ACCESS_REFUSED",
        "FATAL: no pg_hba.conf entry for host \"10.0.0.1\"|ACCESS_REFUSED",
        "FATAL: database \"x\" does not exist|NO_DATABASE",
        "FATAL: permission denied for database \"x\"|MISSING_PRIVILEGE",
        "FATAL: sorry, too many clients already|TOO_MANY_CONNECTIONS",
        "FATAL: the database system is starting up|STARTING",
        "No connection|"
      })
  void messagesOfPostgresql(String message, PostgresqlFault fault) {
    assertThat(
            PostgresqlFault.of(
                new SQLException("The connection could not be allocated: " + message)))
        .isEqualTo(Optional.ofNullable(fault));
  }
}
