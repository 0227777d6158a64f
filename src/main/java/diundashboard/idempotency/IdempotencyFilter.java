package diundashboard.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.http.RequestBody;
import diundashboard.platform.http.Sha256;
import diundashboard.platform.logging.FailureLog;
import diundashboard.platform.problem.ExtraStatus;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.Set;

/**
 * Answers repeated requests of {@code /api/v1} as the first one. Keeps the first answer before it
 * is sent, uncompressed.
 */
@Provider
@Priority(Priorities.USER + 1000) // after the check of the role, and inside the compression
public class IdempotencyFilter
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final FailureLog FAILURES = new FailureLog(IdempotencyFilter.class);

  private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /** The same request may succeed later. */
  private static final Set<Integer> TEMPORARY = Set.of(401, 403, 408, 429);

  @Context private ResourceInfo resource;
  @Inject private CurrentCaller caller;
  @Inject private KeyedRequest current;
  @Inject private KeptAnswerDao answers;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!isKeyed(request)) return;
    var key = new RequestKey(caller.name(), valueOf(request), fingerprintOf(request));
    if (!current.begin(key)) throw new KeyInUseException();
    var found = answers.find(key);
    if (found.isEmpty()) return;
    current.end();
    request.abortWith(replay(key, found.get()));
  }

  private boolean isKeyed(ContainerRequestContext request) {
    var method = resource.getResourceMethod();
    return request.getHeaderString(KEY) != null
        && !READ_METHODS.contains(request.getMethod())
        && request.getUriInfo().getPath().matches("/?v1/.*")
        && !method.isAnnotationPresent(Public.class)
        && !method.getDeclaringClass().isAnnotationPresent(Public.class);
  }

  /** Returns the key without the quotes of a structured field. */
  private static String valueOf(ContainerRequestContext request) {
    var value = request.getHeaderString(KEY).replaceFirst("^\"(.*)\"$", "$1");
    if (value.matches("[ -~]{1,255}")) return value;
    throw ProblemException.of(
        Status.BAD_REQUEST,
        ProblemCode.INVALID_IDEMPOTENCY_KEY,
        "The header Idempotency-Key must have 1 to 255 ASCII characters. Use a random UUID.");
  }

  /** The body of an import is too large to be read twice. Its size stands for it. */
  private static String fingerprintOf(ContainerRequestContext request) throws IOException {
    var line = request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
    var query = request.getUriInfo().getRequestUri().getRawQuery();
    var body = new ByteArrayOutputStream();
    body.writeBytes((line + "?" + query + "\n").getBytes(UTF_8));
    if (request.getUriInfo().getPath().matches("/?v1/imports/?")) {
      body.writeBytes(String.valueOf(request.getLength()).getBytes(UTF_8));
    } else {
      var bytes = RequestBody.readBytes(request.getEntityStream());
      request.setEntityStream(new ByteArrayInputStream(bytes));
      body.writeBytes(bytes);
    }
    return HexFormat.of().formatHex(Sha256.of(body.toByteArray()));
  }

  private static Response replay(RequestKey key, KeptAnswerDao.Found found) {
    if (!found.fingerprint().equals(key.fingerprint())) {
      throw ProblemException.of(
          ExtraStatus.UNPROCESSABLE_CONTENT,
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key belongs to another request. Use a new one.");
    }
    var answer = found.answer();
    if (answer.status() == null) {
      throw ProblemException.of(
          Status.CONFLICT,
          ProblemCode.ANSWER_NOT_KEPT,
          "This request has been performed, but its answer was not kept. Read the current state.");
    }
    var response = Response.status(answer.status()).header(REPLAYED, true);
    if (answer.body() == null) return response.build();
    return response.type(answer.type()).entity(answer.body().getBytes(UTF_8)).build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!current.isOpen()) return;
    var status = response.getStatus();
    current.answerWith(status);
    if (!isKept(status)) {
      current.end();
    } else if (!response.hasEntity()) {
      keep(null, null);
    }
  }

  private boolean isKept(int status) {
    var isSecret = resource.getResourceMethod().isAnnotationPresent(AnswerNotKept.class);
    return status < 500 && !TEMPORARY.contains(status) && !(isSecret && status < 300);
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext response) throws IOException {
    if (!current.isOpen()) {
      response.proceed();
      return;
    }
    var target = response.getOutputStream();
    var body = new ByteArrayOutputStream();
    response.setOutputStream(body);
    try {
      response.proceed();
    } finally {
      response.setOutputStream(target);
    }
    keep(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE).toString(), body.toString(UTF_8));
    body.writeTo(target);
  }

  /** The change is committed. If its answer cannot be kept, the client gets it nevertheless. */
  private void keep(String type, String body) {
    try {
      current.keep(type, body);
    } catch (RuntimeException e) {
      FAILURES.log(Level.WARNING, "Cannot keep the answer to a request with a key", e);
    }
  }
}
