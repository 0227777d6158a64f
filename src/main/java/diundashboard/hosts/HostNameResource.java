package diundashboard.hosts;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.Map;

/**
 * {@code /api/v1/host-names}. The hostname is in the body because it can be any text, even empty,
 * which not every server accepts in a path.
 */
@Path("v1/host-names")
@RequiresRole(Role.ADMIN)
public class HostNameResource {

  private static final int MAX_LENGTH = 200;

  @Inject private HostService hosts;

  /** Sets the {@code name} of a {@code host}; null or blank removes it. */
  @PUT
  public void rename(InputStream body) {
    var json = JsonBody.of(body);
    hosts.rename(json.text("host"), name(json));
  }

  private static String name(JsonBody json) {
    var name = json.optionalText("name").orElse("").strip();
    if (name.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "name",
          ProblemCode.NAME_TOO_LONG,
          Map.of("max", MAX_LENGTH),
          "Name is longer than " + MAX_LENGTH + " characters.");
    }
    return name;
  }
}
