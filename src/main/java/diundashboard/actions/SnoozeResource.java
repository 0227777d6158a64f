package diundashboard.actions;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** {@code /api/v1/snoozes}. */
@Path("v1/snoozes")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class SnoozeResource {

  private static final String NEXT_DIGEST = "next-digest";

  @Inject private SnoozeService snoozes;

  /**
   * Puts {@code images}, or all pending ones that a {@code filter} finds, off {@code until} a time
   * or until the {@code next-digest}.
   */
  @POST
  public Response snooze(InputStream body) {
    var json = JsonBody.of(body);
    var selection = SelectionParser.of(json).orElseThrow(SelectionParser::missing);
    var change = snoozes.snooze(selection, until(json.text("until")), NoteParser.of(json));
    return Response.status(Status.CREATED).entity(change).build();
  }

  /** The past ones, the newest first. */
  @GET
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return snoozes.list(Cursor.decodeId(cursor, Long.MAX_VALUE), PageLimit.of(limit));
  }

  /** Undoes a snooze, but for what has happened since. */
  @DELETE
  @Path("{id}")
  public void undo(@PathParam("id") String id) {
    if (!snoozes.undo(PathId.of(id))) {
      throw ProblemException.of(
          Status.NOT_FOUND, "There is no snooze with this id; GET api/v1/snoozes lists them.");
    }
  }

  private static Instant until(String text) {
    if (text.equals(NEXT_DIGEST)) return SnoozeService.NEXT_DIGEST;
    try {
      var until = OffsetDateTime.parse(text).toInstant();
      if (until.isAfter(Instant.now()) && until.isBefore(SnoozeService.NEXT_DIGEST)) return until;
    } catch (DateTimeException e) {
      throw invalid(text);
    }
    throw invalid(text);
  }

  private static InvalidInputException invalid(String text) {
    return new InvalidInputException(
        "until",
        "The time '%s' is none to come; give one as in 2027-01-31T08:00:00Z, or %s."
            .formatted(text, NEXT_DIGEST));
  }
}
