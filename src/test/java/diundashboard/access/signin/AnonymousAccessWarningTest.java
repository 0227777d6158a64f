package diundashboard.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.LogLines;
import diundashboard.platform.config.AuthMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnonymousAccessWarningTest {

  private final LogLines lines = new LogLines(AnonymousAccessWarning.class);
  private final AnonymousAccessWarning warning = new AnonymousAccessWarning();

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void warnsOnceAboutRequestsOnNonLoopbackAddresses() {
    warning.check(AuthMode.NONE, "127.0.0.1");
    warning.check(AuthMode.NONE, "::1");
    warning.check(AuthMode.BASIC, "192.0.2.7");
    assertThat(lines.take()).isEmpty();
    warning.check(AuthMode.NONE, "192.0.2.7");
    warning.check(AuthMode.NONE, "192.0.2.8");
    assertThat(lines.take())
        .containsExactly(
            "WARNING Authentication is off and the server is reachable at 192.0.2.7: every client has full access. Listen on 127.0.0.1 only, or set DIUN_AUTH.");
  }
}
