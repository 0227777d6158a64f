package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/** The body of a request as text, limited in size and in the time it takes to arrive. */
public final class RequestBody {

  private static final int MEBIBYTE = 1024 * 1024;
  static final int MAX_BYTES = MEBIBYTE;
  static final Duration MAX_TIME = Duration.ofSeconds(20);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private RequestBody() {}

  /** Returns true if a request has a body, even if it is empty in the end. */
  public static boolean isSent(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /**
   * Reads a body as UTF-8 and replaces malformed bytes by U+FFFD.
   *
   * @throws ProblemException 413 if it is larger than 1 MiB, without reading the rest; 408 if it
   *     takes longer than 20 seconds; 400 if it is incomplete
   */
  public static String read(InputStream body) {
    return read(body, null);
  }

  /**
   * Reads a body as {@link #read(InputStream)}, and unpacks it.
   *
   * @param encoding the header {@code Content-Encoding}, or null
   * @throws ProblemException also 413 if it is larger than 1 MiB when unpacked, without unpacking
   *     the rest; 400 if the gzip data is damaged; 415 if the encoding is neither gzip nor identity
   */
  public static String read(InputStream body, String encoding) {
    var bytes = ContentEncoding.unpack(readBytes(body), encoding, MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) throw tooLarge();
    var text = new String(bytes, UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException as {@link #read(InputStream)}
   */
  public static byte[] readBytes(InputStream body) {
    try {
      return readLimited(body);
    } catch (IOException e) {
      throw incomplete();
    }
  }

  private static byte[] readLimited(InputStream body) throws IOException {
    var start = System.nanoTime();
    var bytes = new ByteArrayOutputStream();
    var part = new byte[8192];
    for (int count; (count = body.read(part)) >= 0; ) {
      bytes.write(part, 0, count);
      if (bytes.size() > MAX_BYTES) throw tooLarge();
      if (System.nanoTime() - start > MAX_TIME.toNanos()) throw tooSlow();
    }
    return bytes.toByteArray();
  }

  static ProblemException incomplete() {
    return ProblemException.of(
        Status.BAD_REQUEST,
        ProblemCode.BODY_INCOMPLETE,
        "The request body is incomplete. Send the request again.");
  }

  static ProblemException tooSlow() {
    return tooSlow(MAX_TIME);
  }

  static ProblemException tooSlow(Duration limit) {
    return ProblemException.of(
        Status.REQUEST_TIMEOUT,
        ProblemCode.BODY_TOO_SLOW,
        Map.of("seconds", limit.toSeconds()),
        "Timeout: the request body did not arrive within %d seconds.".formatted(limit.toSeconds()));
  }

  /** Too many bodies arrive slowly at the same time. */
  static ProblemException tooMany() {
    return ProblemException.of(
        Status.SERVICE_UNAVAILABLE,
        ProblemCode.TOO_MANY_SLOW_BODIES,
        Map.of("seconds", MAX_TIME.toSeconds()),
        "Too many request bodies arrive slowly. Try again in 20 seconds.",
        Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(MAX_TIME.toSeconds())));
  }

  private static ProblemException tooLarge() {
    return tooLarge(MAX_BYTES);
  }

  static ProblemException tooLarge(int max) {
    return ProblemException.of(
        Status.REQUEST_ENTITY_TOO_LARGE,
        ProblemCode.BODY_TOO_LARGE,
        Map.of("max_bytes", max),
        "The request body is larger than %d MiB.".formatted(max / MEBIBYTE));
  }
}
