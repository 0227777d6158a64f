package diundashboard.platform.security;

import jakarta.enterprise.context.RequestScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Who calls in this request; nobody until somebody was recognised. */
@RequestScoped
public class CurrentCaller {

  private static final Logger LOG = System.getLogger(CurrentCaller.class.getName());

  private Caller caller;

  public void set(Caller recognised) {
    caller = recognised;
  }

  public Optional<Caller> get() {
    return Optional.ofNullable(caller);
  }

  /** The caller's name for the activity log; empty where nobody signs in. */
  public String name() {
    return caller == null ? "" : caller.name();
  }

  /**
   * Lets only those on who have a role, or one that includes it.
   *
   * @throws AccessDeniedException if the caller is not known, or may not
   */
  public void require(Role role) {
    if (caller == null) throw AccessDeniedException.unauthenticated();
    if (caller.role().includes(role)) return;
    LOG.log(Level.INFO, "{0} was refused what needs the role {1}", caller.name(), role.value());
    throw AccessDeniedException.requires(role);
  }
}
