package diundashboard.access.signin;

import diundashboard.platform.security.CurrentCaller;
import diundashboard.start.StartPart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The session, as {@code GET /api/v1/session} returns it. */
@Dependent
public class SessionPart implements StartPart {

  @Inject private CallerResolver callers;
  @Inject private CurrentCaller caller;

  @Override
  public String name() {
    return "session";
  }

  @Override
  public Session value() {
    return Session.of(callers.auth(), caller.get().orElse(null));
  }

  @Override
  public Session version() {
    return value();
  }
}
