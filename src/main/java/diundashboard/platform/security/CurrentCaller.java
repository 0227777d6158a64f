package diundashboard.platform.security;

import jakarta.enterprise.context.RequestScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The caller of the current request; empty until authenticated. */
@RequestScoped
public class CurrentCaller {

  private static final Logger LOG = System.getLogger(CurrentCaller.class.getName());

  private Caller caller;
  private BooleanSupplier access = () -> false;

  /**
   * Sets the authenticated caller.
   *
   * @param stillHasAccess false after the caller's credential has ended; callable after the request
   */
  public void set(Caller authenticated, BooleanSupplier stillHasAccess) {
    caller = authenticated;
    access = stillHasAccess;
  }

  public Optional<Caller> get() {
    return Optional.ofNullable(caller);
  }

  /**
   * A check for responses that last long. It returns false after the caller's session or token has
   * ended, and is cheap and callable by any thread.
   */
  public BooleanSupplier access() {
    return access;
  }

  /** The caller's name for the activity log. Empty if authentication is off. */
  public String name() {
    return caller == null ? "" : caller.name();
  }

  /**
   * Checks that the caller has a role or a higher one.
   *
   * @throws AccessDeniedException if the caller is unauthenticated or has a lower role
   */
  public void require(Role role) {
    if (caller == null) throw AccessDeniedException.unauthenticated();
    if (caller.role().includes(role)) return;
    LOG.log(Level.INFO, "Access denied: {0} requires the role {1}", caller.name(), role.value());
    throw AccessDeniedException.requires(role);
  }
}
