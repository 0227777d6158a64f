package diundashboard.insights;

import diundashboard.activity.CurrentVersion;
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
import jakarta.ws.rs.Path;
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
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class InsightsResource {

  private static final int MAX_DAYS = 400;

  @Inject private InsightsService insights;
  @Inject private CurrentVersion version;
  @Inject private CachedResponses responses;

  /**
   * Returns the statistics of the last {@code days} in the time zone {@code tz}, or in UTC if it is
   * unknown.
   */
  @GET
  public Response of(
      @QueryParam("tz") @DefaultValue("UTC") String tz,
      @QueryParam("days") @DefaultValue("30") String days,
      @Context HttpHeaders headers,
      @Context Request request) {
    var query = new Query(TimeZoneParameter.orUtc(tz), daysOf(days));
    return responses.answer(
        headers,
        request,
        new ResponseKey(query, version.get()),
        () -> JsonbProvider.writeBytes(insights.of(query.zone, query.days)));
  }

  private record Query(ZoneId zone, int days) {}

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
