package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.Settings;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Logs the authentication mode at startup. Warns once if authentication is off and a request
 * arrives on a non-loopback address. The warning needs a request, because servers do not expose the
 * addresses on which they listen to applications.
 */
@ApplicationScoped
public class AnonymousAccessWarning {

  private static final Logger LOG = System.getLogger(AnonymousAccessWarning.class.getName());

  @Inject private Settings settings;

  private final AtomicBoolean hasWarned = new AtomicBoolean();

  void logMode(@Observes ApplicationReady event) {
    LOG.log(Level.INFO, "Sign-in: {0}", settings.signIn().auth().value());
  }

  /**
   * Checks a request.
   *
   * @param localAddress the address of the server that received it
   */
  void check(AuthMode auth, String localAddress) {
    if (auth != AuthMode.NONE || hasWarned.get() || isLoopback(localAddress)) return;
    if (hasWarned.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "Authentication is off and the server is reachable at {0}: every client has full access. Listen on 127.0.0.1 only, or set DIUN_AUTH.",
          localAddress);
    }
  }

  private static boolean isLoopback(String address) {
    return CidrRange.address(address).filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
