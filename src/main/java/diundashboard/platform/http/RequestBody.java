package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of a request as text, limited in size and in the time it takes to arrive. */
public final class RequestBody {

  private static final int MAX_BYTES = 1024 * 1024;
  private static final Duration MAX_TIME = Duration.ofSeconds(20);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private RequestBody() {}

  /**
   * Reads a body as UTF-8 and replaces malformed bytes by U+FFFD.
   *
   * @throws ProblemException 413 if it is larger than 1 MiB, without reading the rest; 408 if it
   *     takes longer than 20 seconds; 400 if it is incomplete
   */
  public static String read(InputStream body) {
    try {
      var bytes = readBytes(body);
      var text = bytes.toString(UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException e) {
      throw ProblemException.of(
          Status.BAD_REQUEST, "The request body is incomplete. Send the request again.");
    }
  }

  private static ByteArrayOutputStream readBytes(InputStream body) throws IOException {
    var start = System.nanoTime();
    var bytes = new ByteArrayOutputStream();
    var part = new byte[8192];
    for (int count; (count = body.read(part)) >= 0; ) {
      bytes.write(part, 0, count);
      if (bytes.size() > MAX_BYTES) {
        throw ProblemException.of(
            Status.REQUEST_ENTITY_TOO_LARGE, "The request body is larger than 1 MiB.");
      }
      if (System.nanoTime() - start > MAX_TIME.toNanos()) {
        throw ProblemException.of(
            Status.REQUEST_TIMEOUT, "Timeout: the request body did not arrive within 20 seconds.");
      }
    }
    return bytes;
  }
}
