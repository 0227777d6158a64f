package diundashboard.system;

import diundashboard.access.signin.HashPasswordCommand;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The application with {@code diun.auth=basic}: with SQLite on WildFly, with PostgreSQL on other
 * servers. A test JVM starts it once.
 */
final class SecuredServer {

  static final String PASSWORD = "correct horse battery";

  /** With fewer iterations than {@link HashPasswordCommand}, which cost each sign-in a second. */
  private static final String HASH =
      "PBKDF2WithHmacSHA512:1000:c2FsdCBvZiB0aGUgdGVzdHM=:xl2qQsK/buQ166VX3BGFkeZvgMtF+UuUEtgjGSqSFg7CCrxUjUJ7K2sIRKbQySpuy2UnKNPCGlBHWM86W8G7fg==";

  /** The origin that CORS allows. */
  static final String START_PAGE = "https://start.example";

  private static AppServer server;
  private static final Map<String, String> SESSIONS = new HashMap<>();
  private static final Map<String, String> TOKENS = new HashMap<>();

  private SecuredServer() {}

  static synchronized AppServer get() {
    if (server == null) {
      var installation =
          ServerKind.current() == ServerKind.WILDFLY
              ? Installation.SQLITE
              : Installation.POSTGRESQL;
      server = installation.startAnother("secured", settings());
    }
    return server;
  }

  /**
   * Vera is viewer, Erin editor, Anna admin. The webhook has a common secret and one for a host.
   */
  private static Map<String, String> settings() {
    return Map.of(
        "DIUN_AUTH",
        "basic",
        "DIUN_USERS_FILE",
        file(
            "# people\nvera:viewer:%1$s\nerin:editor:%1$s\nanna:admin:%2$s\n"
                .formatted(HASH, HashPasswordCommand.hash(PASSWORD))),
        "DIUN_WEBHOOK_SECRET_FILE",
        file("hush-all\n"),
        "DIUN_WEBHOOK_HOST_SECRETS",
        "nas=hush-nas",
        "DIUN_PROXY_ADDRESSES",
        "127.0.0.1",
        "DIUN_CORS_ORIGINS",
        START_PAGE,
        "DIUN_COMMANDS",
        "docker=ssh {host} docker pull {image}\nnomad=none",
        "DIUN_EVENTS_PER_ADDRESS",
        "3");
  }

  private static String file(String content) {
    try {
      return Files.writeString(Files.createTempFile(Path.of("target"), "secret", ""), content)
          .toAbsolutePath()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name of the user with a role. */
  static String user(String role) {
    return Map.of("viewer", "vera", "editor", "erin", "admin", "anna").get(role);
  }

  /** Sends a request with the session of a user with a role. */
  static HttpResponse<String> as(
      String role, String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Cookie", session(role)));
    return get().send(method, path, body, all.toArray(String[]::new));
  }

  /** Returns the session cookie of the user with a role. */
  static synchronized String session(String role) {
    return SESSIONS.computeIfAbsent(role, any -> cookieOf(signIn(user(role), PASSWORD)));
  }

  /** Returns the Authorization header of a token with a role. */
  static synchronized String token(String role) {
    return TOKENS.computeIfAbsent(role, any -> "Bearer " + createToken("of a " + role, role));
  }

  static String createToken(String name, String role) {
    var wanted = Json.createObjectBuilder().add("name", name).add("role", role).build();
    var answer = as("admin", "POST", "api/v1/tokens", wanted.toString());
    return Texts.member(answer.body(), "secret");
  }

  static HttpResponse<String> signIn(String name, String password, String... headers) {
    var who = Json.createObjectBuilder().add("name", name).add("password", password).build();
    return get().send("POST", "api/v1/session", who.toString(), headers);
  }

  /** Returns the name and value of the cookie in a response. */
  static String cookieOf(HttpResponse<?> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }
}
