package diundashboard.preferences;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** {@code /api/v1/preferences}. */
@Path("v1/preferences")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class PreferencesResource {

  @Inject private PreferencesService preferences;

  /** Returns the preferences of the caller. */
  @GET
  public JsonObject get() {
    return preferences.get();
  }

  /** Replaces the preferences of the caller. */
  @PUT
  public JsonObject replace(InputStream body) {
    var changed = Preferences.of(JsonBody.of(body));
    preferences.replace(changed);
    return changed;
  }
}
