package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells at the start how people sign in; and once, if nobody has to but others than this machine
 * can come. No server tells an application what it listens on, so that is seen at the first request
 * that comes that way.
 */
@ApplicationScoped
public class AnonymousAccessWarning {

  private static final Logger LOG = System.getLogger(AnonymousAccessWarning.class.getName());

  @Inject private Instance<Settings> settings;

  private final AtomicBoolean isTold = new AtomicBoolean();

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    try {
      LOG.log(Level.INFO, "Sign-in: {0}", settings.get().signIn().auth().value());
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The settings have mistakes, which are told elsewhere", e);
    }
  }

  /** Sees to a request that came to an address of this machine. */
  void pass(AuthMode auth, String localAddress) {
    if (auth != AuthMode.NONE || isTold.get() || isLoopback(localAddress)) return;
    if (isTold.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "Nobody has to sign in, and other machines can come in by {0}: whoever does may do everything. Listen on 127.0.0.1 only, or set diun.auth (DIUN_AUTH).",
          localAddress);
    }
  }

  private static boolean isLoopback(String address) {
    return CidrRange.address(address).filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
