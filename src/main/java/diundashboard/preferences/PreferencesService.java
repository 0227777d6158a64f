package diundashboard.preferences;

import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Reads and replaces the preferences of the caller. */
@Stateless
@RequiresRole(Role.VIEWER)
public class PreferencesService {

  @Inject private PreferencesDao preferences;
  @Inject private CurrentCaller caller;

  /** Returns the preferences, without members that the caller has not chosen. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public JsonObject get() {
    return preferences.find(caller.name()).orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * Replaces the preferences.
   *
   * @throws ProblemException 409 while authentication is off, because callers have no names then
   */
  public void replace(JsonObject changed) {
    if (caller.name().isEmpty()) throw new NoUserException();
    preferences.replace(caller.name(), changed);
  }
}
