package diundashboard.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The command that makes a backup of a PostgreSQL database. */
final class PostgresqlDump {

  private static final String JDBC = "jdbc:postgresql:";

  private PostgresqlDump() {}

  /**
   * Returns the command for a shell. It has no password: {@code pg_dump} asks for it.
   *
   * @param url of the driver, such as {@code
   *     jdbc:postgresql://db.example/diun?targetServerType=primary}
   */
  static String command(String url, String user) {
    var address = url.substring(JDBC.length()).replaceFirst("\\?.*", "").replaceFirst("^//", "");
    var hostAndDatabase = address.replaceFirst("^.*@", "");
    var slash = hostAndDatabase.indexOf('/');
    var host = hostAndDatabase.substring(0, Math.max(slash, 0));
    var database = hostAndDatabase.substring(slash + 1);
    return "pg_dump --format=custom --file=diun-dashboard.dump 'postgresql://%s@%s/%s'"
        .formatted(encoded(user), host.replace("'", ""), database.replace("'", "%27"));
  }

  private static String encoded(String user) {
    return URLEncoder.encode(user, UTF_8).replace("+", "%20");
  }
}
