package diundashboard.platform.problem;

import diundashboard.platform.logging.FailureLog;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;

/** Maps every exception to a response with a {@link Problem}. Subclasses choose the format. */
public abstract class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
  private static final FailureLog FAILURES = new FailureLog(ProblemMapper.class);

  private final MediaType type;

  ProblemMapper(MediaType type) {
    this.type = type;
  }

  /** Returns the entity of the response. */
  abstract Object entityOf(Problem problem);

  @Override
  public final Response toResponse(Throwable failure) {
    if (failure instanceof ProblemException problem) return ofProblem(problem);
    if (failure instanceof WebApplicationException e && e.getResponse().getStatus() < 500) {
      return ofServer(e.getResponse());
    }
    return translator().translate(failure).map(this::ofProblem).orElseGet(() -> ofBug(failure));
  }

  /** Looked up, because servlets and filters use the mappers without injection. */
  private static FailureTranslator translator() {
    return CDI.current().select(FailureTranslator.class).get();
  }

  private Response ofProblem(ProblemException problem) {
    var builder = Response.status(problem.status());
    problem.headers().forEach(builder::header);
    return build(builder, problem.status(), problem);
  }

  /** Errors that JAX-RS itself raises, such as an unknown path or an unsupported method. */
  private Response ofServer(Response response) {
    var problem =
        switch (response.getStatus()) {
          case 404 ->
              ProblemException.of(
                  Status.NOT_FOUND, ProblemCode.NOT_FOUND, "Not found. Check the URL.");
          case 405 -> notAllowed(String.valueOf(response.getHeaderString(HttpHeaders.ALLOW)));
          default ->
              ProblemException.of(
                  Status.BAD_REQUEST,
                  ProblemCode.BAD_REQUEST,
                  "Bad request. Check the headers and parameters.");
        };
    return build(Response.fromResponse(response), response.getStatusInfo(), problem);
  }

  private static ProblemException notAllowed(String methods) {
    return ProblemException.of(
        Status.METHOD_NOT_ALLOWED,
        ProblemCode.METHOD_NOT_ALLOWED,
        Map.of("methods", methods),
        "Method not allowed. Use %s.".formatted(methods));
  }

  /** A bug: the stack trace goes to the log, the client gets an id that finds it there. */
  private Response ofBug(Throwable failure) {
    var id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Failure {0}: {1}", id, failure);
    FAILURES.log(Level.ERROR, "Stack trace of failure " + id, failure);
    return ofProblem(
        ProblemException.of(
            Status.INTERNAL_SERVER_ERROR,
            ProblemCode.INTERNAL_ERROR,
            Map.of("id", id),
            "Internal error. Search the server log for %s.".formatted(id)));
  }

  /**
   * @param status the status of the response, which may differ from the problem's
   */
  private Response build(ResponseBuilder builder, StatusType status, ProblemException problem) {
    return builder.type(type).entity(entityOf(Problem.of(problem, status))).build();
  }
}
