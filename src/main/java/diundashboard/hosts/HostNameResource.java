package diundashboard.hosts;

import diundashboard.hosts.HostService.Outcome;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;

/**
 * {@code /api/v1/host-names}. The host is in the body, as a hostname is any text, the empty one
 * too, and no path takes that on every server.
 */
@Path("v1/host-names")
@RequiresRole(Role.ADMIN)
public class HostNameResource {

  private static final int MAX_LENGTH = 200;

  @Inject private HostService hosts;

  /** Calls a {@code host} by a {@code name}; null or blank for its hostname again. */
  @PUT
  public void rename(InputStream body) {
    var json = JsonBody.of(body);
    var host = json.text("host");
    var outcome = hosts.rename(host, name(json));
    if (outcome == Outcome.NO_SUCH_HOST) throw noSuchHost();
    if (outcome == Outcome.CONFLICT) {
      throw ProblemException.of(
          Status.CONFLICT,
          "Another host has this name; choose a different one, or merge the hosts if they are the same.");
    }
  }

  private static String name(JsonBody json) {
    var name = json.optionalText("name").orElse("").strip();
    if (name.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "name", "The name is longer than " + MAX_LENGTH + " characters; shorten it.");
    }
    return name;
  }

  static RuntimeException noSuchHost() {
    return ProblemException.of(
        Status.NOT_FOUND, "There is no host with this hostname; GET api/v1/hosts lists them.");
  }
}
