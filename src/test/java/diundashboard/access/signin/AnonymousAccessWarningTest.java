package diundashboard.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.AuthMode;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnonymousAccessWarningTest {

  private static final Logger LOG = Logger.getLogger(AnonymousAccessWarning.class.getName());

  private final List<String> warnings = new ArrayList<>();
  private final Handler handler = new Warnings();
  private final AnonymousAccessWarning warning = new AnonymousAccessWarning();

  private final class Warnings extends Handler {

    @Override
    public void publish(LogRecord each) {
      if (each.getLevel().equals(Level.WARNING)) {
        warnings.add(new SimpleFormatter().formatMessage(each));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    LOG.addHandler(handler);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void leave() {
    LOG.removeHandler(handler);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void warnsOnceAboutRequestsOnNonLoopbackAddresses() {
    warning.check(AuthMode.NONE, "127.0.0.1");
    warning.check(AuthMode.NONE, "::1");
    warning.check(AuthMode.BASIC, "192.0.2.7");
    assertThat(warnings).isEmpty();
    warning.check(AuthMode.NONE, "192.0.2.7");
    warning.check(AuthMode.NONE, "192.0.2.8");
    assertThat(warnings)
        .containsExactly(
            "Authentication is off and the server is reachable at 192.0.2.7: every client has full access. Listen on 127.0.0.1 only, or set DIUN_AUTH.");
  }
}
