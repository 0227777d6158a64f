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
  private final AnonymousAccessWarning openDoor = new AnonymousAccessWarning();

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
  void whoeverCanComeInFromElsewhereIsWarnedAboutOnce() {
    openDoor.pass(AuthMode.NONE, "127.0.0.1");
    openDoor.pass(AuthMode.NONE, "::1");
    openDoor.pass(AuthMode.BASIC, "192.0.2.7");
    assertThat(warnings).isEmpty();
    openDoor.pass(AuthMode.NONE, "192.0.2.7");
    openDoor.pass(AuthMode.NONE, "192.0.2.8");
    assertThat(warnings)
        .containsExactly(
            "Nobody has to sign in, and other machines can come in by 192.0.2.7: whoever does may do everything. Listen on 127.0.0.1 only, or set diun.auth (DIUN_AUTH).");
  }
}
