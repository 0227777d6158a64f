package diundashboard.hosts;

import diundashboard.hosts.HostService.Outcome;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;

/**
 * {@code /api/v1/host-merges}: which hosts are the same, as a container without a fixed hostname
 * gets another one each time that it is made anew. The hosts are in the body, as for {@link
 * HostNameResource}.
 */
@Path("v1/host-merges")
@RequiresRole(Role.ADMIN)
public class HostMergeResource {

  @Inject private HostService hosts;

  /** Lets a {@code host} count with the one that it is merged {@code into}. */
  @PUT
  public void merge(InputStream body) {
    var json = JsonBody.of(body);
    var host = json.text("host");
    var into = json.text("into");
    if (host.equals(into)) {
      throw new InvalidInputException(
          "into", "A host cannot be merged into itself; give another one.");
    }
    var outcome = hosts.merge(host, into);
    if (outcome == Outcome.NO_SUCH_HOST) throw HostNameResource.noSuchHost();
    if (outcome == Outcome.CONFLICT) {
      throw ProblemException.of(
          Status.CONFLICT,
          "The host to merge into is itself merged into this one; separate it first, or merge the other way round.");
    }
  }

  /** Lets a {@code host} count by itself again, as if it had never been merged. */
  @DELETE
  public void separate(InputStream body) {
    var outcome = hosts.separate(JsonBody.of(body).text("host"));
    if (outcome == Outcome.NO_SUCH_HOST) throw HostNameResource.noSuchHost();
  }
}
