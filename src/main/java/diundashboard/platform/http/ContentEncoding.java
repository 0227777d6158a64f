package diundashboard.platform.http;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Unpacks the body of a request by its header {@code Content-Encoding}. */
final class ContentEncoding {

  private ContentEncoding() {}

  /**
   * Unpacks a body.
   *
   * @param encoding {@code gzip}, {@code identity}, or null for none; in any case
   * @param limit number of unpacked bytes after which it stops
   * @return at most {@code limit} bytes
   * @throws ProblemException 400 if the gzip data is damaged; 415 for another encoding
   */
  static byte[] unpack(byte[] body, String encoding, int limit) {
    try (var unpacked = unpack(new ByteArrayInputStream(body), encoding)) {
      return unpacked.readNBytes(limit);
    } catch (IOException | StackOverflowError e) { // it recurses for each empty member of the data
      throw invalid();
    }
  }

  /**
   * Unpacks a body while it is read.
   *
   * @throws ProblemException as the other method
   */
  static InputStream unpack(InputStream body, String encoding) {
    if (isOneOf(encoding, "", "identity")) return body;
    if (isOneOf(encoding, "gzip", "x-gzip")) return gunzip(body);
    throw ProblemException.of(
        Status.UNSUPPORTED_MEDIA_TYPE,
        ProblemCode.UNSUPPORTED_ENCODING,
        Map.of("value", encoding),
        "Unsupported Content-Encoding '%s'. Use gzip or none.".formatted(encoding),
        Map.of(HttpHeaders.ACCEPT_ENCODING, "gzip"));
  }

  private static boolean isOneOf(String encoding, String name, String otherName) {
    var text = encoding == null ? "" : encoding.strip();
    return text.equalsIgnoreCase(name) || text.equalsIgnoreCase(otherName);
  }

  private static InputStream gunzip(InputStream body) {
    try {
      return new GZIPInputStream(body);
    } catch (IOException e) {
      throw invalid();
    }
  }

  static ProblemException invalid() {
    return ProblemException.of(
        Status.BAD_REQUEST,
        ProblemCode.INVALID_GZIP,
        "The request body is not valid gzip. Send it again, or without Content-Encoding.");
  }
}
