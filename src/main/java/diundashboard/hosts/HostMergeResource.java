package diundashboard.hosts;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.Map;

/**
 * {@code /api/v1/host-merges}: merges hostnames of the same host. A container without a fixed
 * hostname gets a new one each time it is recreated. The hosts are in the body, as for {@link
 * HostNameResource}.
 */
@Path("v1/host-merges")
@RequiresRole(Role.ADMIN)
public class HostMergeResource {

  @Inject private HostService hosts;

  /** Merges {@code host} into the host {@code into}. */
  @PUT
  public void merge(InputStream body) {
    var json = JsonBody.of(body);
    var host = json.text("host");
    var into = json.text("into");
    if (host.equals(into)) {
      throw new InvalidInputException(
          "into",
          ProblemCode.HOST_MERGED_INTO_ITSELF,
          Map.of(),
          "A host cannot be merged into itself. Use the hostname of another host.");
    }
    hosts.merge(host, into);
  }

  /** Unmerges {@code host}. */
  @DELETE
  public void unmerge(InputStream body) {
    hosts.unmerge(JsonBody.of(body).text("host"));
  }
}
