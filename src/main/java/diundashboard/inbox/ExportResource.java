package diundashboard.inbox;

import diundashboard.activity.CurrentVersion;
import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.IgnoredHeadersFilter;
import diundashboard.platform.http.LargeResponses;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code /api/v1/export}. */
@Path("v1/export")
@Produces({ExportResource.JSON_LINES, ExportResource.CSV})
@RequiresRole(Role.VIEWER)
public class ExportResource {

  static final String JSON_LINES = "application/x-ndjson";
  static final String CSV = "text/csv";

  private static final Map<ExportFormat, MediaType> TYPES =
      Map.of(
          ExportFormat.JSONL, MediaType.valueOf(JSON_LINES).withCharset("UTF-8"),
          ExportFormat.CSV, MediaType.valueOf(CSV).withCharset("UTF-8"));

  @Inject private ExportService export;
  @Inject private CurrentVersion version;
  @Inject private LargeResponses responses;

  /** Sends the images that a search finds. The default is CSV if the client names it. */
  @GET
  public Response export(
      @QueryParam("format") String format,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("tz") @DefaultValue("UTC") String zone,
      @Context HttpHeaders headers,
      @Context Request request,
      @Context HttpServletRequest http) {
    var chosen =
        format == null ? accepted(IgnoredHeadersFilter.acceptOf(http)) : ExportFormat.of(format);
    var query = SearchQuery.parse("q", search);
    var filter =
        new InboxFilter(query.stateOr(UpdateState.ALL), query, InboxFilter.zoneOf(query, zone));
    var response =
        responses.answer(
            headers,
            request,
            new Query(filter, chosen),
            version::get,
            output -> export.write(filter, chosen, output));
    return Response.fromResponse(response)
        .type(TYPES.get(chosen))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"diun-dashboard-images.%s\"".formatted(EnumNames.of(chosen)))
        .build();
  }

  private static ExportFormat accepted(String accept) {
    return accept != null && accept.contains(CSV) ? ExportFormat.CSV : ExportFormat.JSONL;
  }

  private record Query(InboxFilter filter, ExportFormat format) {}
}
