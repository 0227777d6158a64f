package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Duration;

/** The body of a request with a large file, which is read while it is unpacked. */
public final class LargeBody {

  static final int MAX_BYTES = 32 * 1024 * 1024;
  static final Duration MAX_TIME = Duration.ofMinutes(2);

  private LargeBody() {}

  /**
   * Returns a body as UTF-8. Malformed bytes are replaced by U+FFFD. Reading it throws the
   * exceptions of {@link RequestBody#read(InputStream, String)}, with a maximum of 32 MiB and 2
   * minutes.
   *
   * @param encoding the header {@code Content-Encoding}, or null
   */
  public static Reader read(InputStream body, String encoding) {
    var packed = new Limited(body, RequestBody::incomplete);
    var unpacked = ContentEncoding.unpack(packed, encoding);
    return new InputStreamReader(new Limited(unpacked, ContentEncoding::invalid), UTF_8);
  }

  @FunctionalInterface
  private interface Failure {
    ProblemException create();
  }

  /** Throws problems, which the parsers of the body do not change. */
  private static final class Limited extends InputStream {

    private final InputStream body;
    private final Failure failure;
    private final long start = System.nanoTime();
    private long count;

    Limited(InputStream body, Failure failure) {
      this.body = body;
      this.failure = failure;
    }

    @Override
    public int read() {
      var single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      try {
        var read = body.read(target, offset, length);
        count += Math.max(read, 0);
        if (count > MAX_BYTES) throw RequestBody.tooLarge(MAX_BYTES);
        if (System.nanoTime() - start > MAX_TIME.toNanos()) throw RequestBody.tooSlow(MAX_TIME);
        return read;
      } catch (IOException | StackOverflowError e) { // gzip recurses for each empty member
        throw failure.create();
      }
    }
  }
}
