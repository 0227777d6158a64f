package diundashboard.platform.problem;

import diundashboard.images.InvalidImageException;
import diundashboard.platform.database.DatabaseException;
import diundashboard.platform.database.DatabaseException.Kind;
import diundashboard.platform.security.AccessDeniedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Turns every failure into an answer that says what to do; how the answer is written, the
 * subclasses know.
 */
public abstract class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  private static final int RETRY_AFTER_SECONDS = 10;

  private final MediaType type;

  ProblemMapper(MediaType type) {
    this.type = type;
  }

  /** What the answer's body holds of a problem. */
  abstract Object entityOf(Problem problem);

  @Override
  public final Response toResponse(Throwable failure) {
    var refusal = refusalOf(failure);
    return Response.fromResponse(refusal.getResponse())
        .type(type)
        .entity(entityOf(refusal.problem()))
        .build();
  }

  private static ProblemException refusalOf(Throwable failure) {
    if (failure instanceof ProblemException refusal) return refusal;
    if (failure instanceof AccessDeniedException e) return notAllowed(e);
    if (failure instanceof InvalidImageException e)
      return Problem.badRequest("image", "The image " + e.getMessage() + "; give its reference.");
    if (failure instanceof InvalidInputException e)
      return Problem.badRequest(e.field(), e.getMessage());
    if (failure instanceof DatabaseException e && e.kind() == Kind.UNAVAILABLE)
      return unavailable(e);
    if (failure instanceof WebApplicationException e && e.getResponse().getStatus() < 500)
      return ofServer(e);
    return bug(failure);
  }

  private static ProblemException notAllowed(AccessDeniedException failure) {
    return failure.isKnown()
        ? Problem.of(Status.FORBIDDEN, failure.getMessage())
        : Problem.of(
            Response.status(Status.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
            failure.getMessage());
  }

  private static ProblemException unavailable(DatabaseException failure) {
    LOG.log(Level.WARNING, "The database is not available: {0}", failure.getMessage());
    return Problem.of(
        Response.status(Status.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
        "The database is not available; try again in a while.");
  }

  /** What the server refuses by itself: no such address, no such method. */
  private static ProblemException ofServer(WebApplicationException failure) {
    var response = failure.getResponse();
    var detail =
        switch (response.getStatus()) {
          case 404 -> "There is nothing at this address; look at its spelling.";
          case 405 ->
              "This address takes only " + response.getHeaderString(HttpHeaders.ALLOW) + ".";
          default -> "The request cannot be understood; look at its headers and parameters.";
        };
    return Problem.of(Response.fromResponse(response).entity(null), detail);
  }

  /** Ours to mend: the log has the story, the client an id to ask for it. */
  private static ProblemException bug(Throwable failure) {
    var id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Failure " + id, failure);
    return Problem.of(
        Status.INTERNAL_SERVER_ERROR,
        "Something went wrong here; the server's log tells more under " + id + ".");
  }
}
