package diundashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.problem.Problem;
import diundashboard.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request as text, up to a size that every honest one keeps. */
public final class RequestBody {

  private static final int MAX_BYTES = 1024 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private RequestBody() {}

  /**
   * Reads UTF-8; what is none of it becomes U+FFFD.
   *
   * @throws ProblemException 413 above 1 MiB, without reading on; 400 if the body breaks off
   */
  public static String read(InputStream body) {
    try {
      var bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw Problem.of(
            Status.REQUEST_ENTITY_TOO_LARGE, "The body is larger than 1 MiB; send a smaller one.");
      }
      var text = new String(bytes, UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException e) {
      throw Problem.of(Status.BAD_REQUEST, "The body broke off before its end; send it again.");
    }
  }
}
