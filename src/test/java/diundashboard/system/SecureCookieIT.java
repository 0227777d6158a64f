package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.access.signin.HashPasswordCommand;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions when the public URL is HTTPS, and after a restart. */
@ServerDependent
class SecureCookieIT {

  private static final String PASSWORD = "correct horse";
  private static final String HASH = HashPasswordCommand.hash(PASSWORD);

  private final Path folder = Installation.folder("tls");

  @Test
  void theCookieIsSecureAndItsSessionOutlastsARestartButNotANewPassword() {
    String anna;
    String erin;
    try (var server = start(HASH)) {
      var headers = signIn(server, "anna").headers();
      var cookie = headers.firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie.replaceFirst("=[^;]+", "=").toLowerCase(Locale.ROOT).split("; ?"))
          .containsExactlyInAnyOrder(
              "__host-diun-session=", "path=/", "httponly", "secure", "samesite=lax");
      assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
      anna = SecuredServer.cookieOf(signIn(server, "anna"));
      erin = SecuredServer.cookieOf(signIn(server, "erin"));
      assertThat(session(server, anna)).isEqualTo(of("\"anna\"", "\"admin\""));
      var feed = server.send("GET", "api/v1/feed.atom", null, "Cookie", anna);
      assertThat(feed.body())
          .contains(
              "rel=\"self\" href=\"https://diun.example/api/v1/feed.atom\"",
              "rel=\"alternate\" href=\"https://diun.example/\"");
    }
    try (var server = start(HashPasswordCommand.hash("another"))) {
      assertThat(session(server, anna)).isEqualTo(of("\"anna\"", "\"admin\""));
      assertThat(session(server, erin)).isEqualTo(of("null", "null"));
    }
  }

  private AppServer start(String hashOfErin) {
    return AppServer.start(
        folder,
        Map.of(
            "DIUN_AUTH", "basic",
            "DIUN_USERS", "anna:admin:%s,erin:editor:%s".formatted(HASH, hashOfErin),
            "DIUN_URL", "https://diun.example/"));
  }

  private static HttpResponse<String> signIn(AppServer server, String name) {
    var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
    return server.send("POST", "api/v1/session", body);
  }

  private static String session(AppServer server, String cookie) {
    return server.send("GET", "api/v1/session", null, "Cookie", cookie).body();
  }

  private static String of(String name, String role) {
    return "{\"auth\":\"basic\",\"name\":%s,\"role\":%s}".formatted(name, role);
  }
}
