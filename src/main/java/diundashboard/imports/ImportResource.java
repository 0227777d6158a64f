package diundashboard.imports;

import diundashboard.actions.PastAction;
import diundashboard.platform.http.BooleanParameter;
import diundashboard.platform.http.LargeBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.http.TextParameter;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/imports}: what Diun has stored, sent by scripts and by the page. */
@Path("v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class ImportResource {

  @Inject private ImportService imports;
  @Inject private PublicUrl url;

  /**
   * Imports the output of Diun, see {@link ImportParser}.
   *
   * @param host whose Diun printed it
   * @param dryRun {@code true} to change nothing
   */
  @POST
  public Response perform(
      @QueryParam("host") String host,
      @QueryParam("dry_run") @DefaultValue("false") String dryRun,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
      @Context HttpServletRequest request,
      InputStream body) {
    var isPreview = BooleanParameter.of("dry_run", dryRun);
    var hostname = required(TextParameter.of("host", host));
    var manifests = parse(body, encoding);
    if (isPreview) return Response.ok(imports.preview(hostname, manifests)).build();
    var result = imports.perform(hostname, manifests);
    var response = Response.status(Status.CREATED).entity(result);
    if (result.id() == null) return response.build();
    var location = url.of(request).resolve("api/v1/imports/" + result.id());
    return response.location(location).build();
  }

  private static String required(String host) {
    if (host != null) return host;
    throw new InvalidInputException(
        "host",
        ProblemCode.MISSING_HOST,
        Map.of(),
        "Pass the host whose Diun printed the import, as in /api/v1/imports?host=nas.");
  }

  private static List<Manifest> parse(InputStream body, String encoding) {
    try (var text = LargeBody.read(body, encoding)) {
      return ImportParser.parse(text);
    } catch (IOException e) { // LargeBody throws problems
      throw new UncheckedIOException(e);
    }
  }

  /** Lists past imports that changed images, newest first. */
  @GET
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return imports.list(Cursor.decodeId(cursor, Long.MAX_VALUE), PageLimit.of(limit));
  }

  /** Undoes an import, except for what changed since. The labels of manifests stay. */
  @DELETE
  @Path("{id}")
  public void undo(@PathParam("id") String id) {
    imports.undo(PathId.of(id));
  }
}
