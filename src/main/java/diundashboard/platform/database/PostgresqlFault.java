package diundashboard.platform.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Faults of a PostgreSQL server at the start, by SQLSTATE or its class:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html. All of them can disappear while
 * the server runs.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
enum PostgresqlFault {
  WRONG_PASSWORD(
      "PostgreSQL rejects the user or password of the DataSource (%s). Check DIUN_POSTGRESQL_USER and DIUN_POSTGRESQL_PASSWORD.",
      "28P01"),
  ACCESS_REFUSED(
      "PostgreSQL refuses the user of the DataSource (%s). Check DIUN_POSTGRESQL_USER and the server's pg_hba.conf.",
      "28"),
  NO_DATABASE(
      "PostgreSQL does not have the database of the DataSource (%s). Create it, or check DIUN_POSTGRESQL_URL.",
      "3D"),
  MISSING_PRIVILEGE(
      "The PostgreSQL user of the DataSource lacks a privilege (%s). Let an administrator grant it.",
      "42501"),
  READ_ONLY(
      "PostgreSQL is read-only (%s). Connect to the primary server, or check the settings of the user.",
      PostgresqlFault.READ_ONLY_STATE),
  DISK_FULL("The disk of PostgreSQL is full (%s). Free disk space.", "53100"),
  TOO_MANY_CONNECTIONS(
      "PostgreSQL has no connection left (%s). Raise its limit of connections, or lower DIUN_POOL_MAX.",
      "53300"),
  OUT_OF_RESOURCES("PostgreSQL is out of resources (%s). See its log.", "53"),
  STARTING("PostgreSQL does not accept connections yet (%s). Wait until it has started.", "57P03"),
  INTERRUPTED(
      "PostgreSQL ended the session or statement (%s). DiunDashboard tries again every five seconds. If it happens again, check PostgreSQL's log and time limits.",
      "57", "25P03", "25P04"),
  LOCKED(
      "Another session locks the tables of DiunDashboard (%s). End that session, or wait until it releases the lock.",
      "55P03", "40"),
  SYSTEM_ERROR("PostgreSQL reports a system error (%s). See its log.", "58", "XX"),
  UNREACHABLE(
      "Cannot connect to PostgreSQL (%s). Start it, or check the URL of the DataSource (DIUN_POSTGRESQL_URL).",
      "08");

  static final String READ_ONLY_STATE = "25006";

  private static final int CLASS_LENGTH = 2;

  private static final Map<String, PostgresqlFault> MESSAGES =
      Map.of(
          ".* refused\\. .*|.*The connection attempt failed.*", UNREACHABLE,
          ".*password authentication failed.*", WRONG_PASSWORD,
          ".*role \".*\" does not exist.*|.*pg_hba\\.conf.*", ACCESS_REFUSED,
          ".*database \".*\" does not exist.*", NO_DATABASE,
          ".*permission denied for database.*", MISSING_PRIVILEGE,
          ".*too many (clients|connections).*|.*remaining connection slots.*", TOO_MANY_CONNECTIONS,
          ".*the database system is .*", STARTING);

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<String> states;

  PostgresqlFault(String sentence, String... states) {
    this.sentence = sentence;
    this.states = Set.of(states);
  }

  /**
   * A fault of the SQLSTATE takes precedence over a fault of its class. Payara keeps only the
   * message of a failed connection.
   */
  static Optional<PostgresqlFault> of(SQLException failure) {
    var state = failure.getSQLState();
    if (state == null) return withMessage(Failures.reason(failure));
    return withState(state)
        .or(() -> withState(state.substring(0, Math.min(CLASS_LENGTH, state.length()))));
  }

  private static Optional<PostgresqlFault> withMessage(String message) {
    return MESSAGES.entrySet().stream()
        .filter(entry -> message.matches(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<PostgresqlFault> withState(String state) {
    return Stream.of(values()).filter(fault -> fault.states.contains(state)).findFirst();
  }

  String sentence(String reason) {
    return sentence.formatted(reason);
  }
}
