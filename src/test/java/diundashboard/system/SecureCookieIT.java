package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.access.signin.HashPasswordCommand;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The session cookie when the public URL is HTTPS. */
@ServerDependent
class SecureCookieIT {

  @Test
  void cookieIsSecureAndBoundToTheHost() {
    var settings =
        Map.of(
            "DIUN_AUTH", "basic",
            "DIUN_USERS", "anna:admin:" + HashPasswordCommand.hash("correct horse"),
            "DIUN_URL", "https://diun.example/");
    try (var server = AppServer.start(Installation.folder("tls"), settings)) {
      var body =
          """
          {"name":"anna","password":"correct horse"}""";
      var headers = server.send("POST", "api/v1/session", body).headers();
      var cookie = headers.firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie.replaceFirst("=[^;]+", "=").toLowerCase(Locale.ROOT).split("; ?"))
          .containsExactlyInAnyOrder(
              "__host-diun-session=", "path=/", "httponly", "secure", "samesite=lax");
      assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
      var feed =
          server.send("GET", "api/v1/feed.atom", null, "Cookie", cookie.replaceFirst(";.*", ""));
      assertThat(feed.body())
          .contains(
              "rel=\"self\" href=\"https://diun.example/api/v1/feed.atom\"",
              "rel=\"alternate\" href=\"https://diun.example/\"");
      var known =
          server.send("GET", "api/v1/session", null, "Cookie", cookie.replaceFirst(";.*", ""));
      assertThat(known.body())
          .isEqualTo(
              """
              {"auth":"basic","name":"anna","role":"admin"}""");
    }
  }
}
