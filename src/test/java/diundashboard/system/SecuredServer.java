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
 * The application with {@code diun.auth=basic}, started once for all tests of a run: on SQLite on
 * one server, on PostgreSQL on the other.
 */
final class SecuredServer {

  static final String PASSWORD = "correct horse battery";

  /** The page that may read. */
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

  /** Vera views, Erin edits, Anna is admin; and only two Diuns may send. */
  private static Map<String, String> settings() {
    var hash = HashPasswordCommand.hash(PASSWORD);
    return Map.of(
        "DIUN_AUTH",
        "basic",
        "DIUN_USERS_FILE",
        file("# people\nvera:viewer:%1$s\nerin:editor:%1$s\nanna:admin:%1$s\n".formatted(hash)),
        "DIUN_WEBHOOK_SECRET_FILE",
        file("hush-all\n"),
        "DIUN_WEBHOOK_HOST_SECRETS",
        "nas=hush-nas",
        "DIUN_PROXY_ADDRESSES",
        "127.0.0.1",
        "DIUN_CORS_ORIGINS",
        START_PAGE,
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

  /** Who has a role, by name. */
  static String user(String role) {
    return Map.of("viewer", "vera", "editor", "erin", "admin", "anna").get(role);
  }

  /** Asks as somebody with a role, who has signed in. */
  static HttpResponse<String> as(
      String role, String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Cookie", session(role)));
    return get().send(method, path, body, all.toArray(String[]::new));
  }

  /** The cookie of somebody with a role. */
  static synchronized String session(String role) {
    return SESSIONS.computeIfAbsent(role, any -> cookieOf(signIn(user(role), PASSWORD)));
  }

  /** A token with a role, as a client sends it. */
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

  /** What a browser would send back. */
  static String cookieOf(HttpResponse<?> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }
}
