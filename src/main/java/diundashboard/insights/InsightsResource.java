package diundashboard.insights;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.hosts.HostService;
import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Map;

/** {@code /api/v1/insights}. */
@Path("v1/insights")
@RequiresRole(Role.VIEWER)
public class InsightsResource {

  private static final int MAX_DAYS = 400;

  @Inject private InsightsService insights;
  @Inject private HostService hosts;
  @Inject private CachedResponses responses;

  /**
   * Returns the statistics of the last {@code days} in the time zone {@code tz}, or in UTC if it is
   * unknown.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response of(
      @QueryParam("tz") @DefaultValue("UTC") String tz,
      @QueryParam("days") @DefaultValue("30") String days,
      @Context HttpHeaders headers,
      @Context Request request) {
    var query = new Query(TimeZoneParameter.orUtc(tz), daysOf(days), null);
    return responses.answer(
        headers,
        request,
        new ResponseKey(query, hosts.version()),
        () -> JsonbProvider.writeBytes(insights.of(query.zone, query.days)));
  }

  /** Returns one of the tables of the same statistics as a file. */
  @GET
  @Path("{table}.csv")
  @Produces("text/csv; charset=UTF-8")
  public Response table(
      @PathParam("table") String name,
      @QueryParam("tz") @DefaultValue("UTC") String tz,
      @QueryParam("days") @DefaultValue("30") String days,
      @Context HttpHeaders headers,
      @Context Request request) {
    var table = InsightsTable.named(name).orElseThrow(NotFoundException::new);
    var query = new Query(TimeZoneParameter.orUtc(tz), daysOf(days), table);
    var response =
        responses.answer(
            headers,
            request,
            new ResponseKey(query, hosts.version()),
            () -> table.csv(insights.of(query.zone, query.days)).getBytes(UTF_8));
    return Response.fromResponse(response)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"insights-" + name + ".csv\"")
        .build();
  }

  /**
   * @param table null for all statistics
   */
  private record Query(ZoneId zone, int days, InsightsTable table) {}

  private static int daysOf(String text) {
    try {
      var days = Integer.parseInt(text);
      if (days >= 1 && days <= MAX_DAYS) return days;
    } catch (NumberFormatException e) {
      throw invalid(text);
    }
    throw invalid(text);
  }

  private static InvalidInputException invalid(String text) {
    return new InvalidInputException(
        "days",
        ProblemCode.INVALID_DAYS,
        Map.of("value", text, "max", MAX_DAYS),
        "Invalid days '%s'. Use a whole number from 1 to %d.".formatted(text, MAX_DAYS));
  }
}
