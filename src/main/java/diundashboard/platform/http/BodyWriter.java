package diundashboard.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of a response. */
@FunctionalInterface
public interface BodyWriter {

  void writeTo(OutputStream output) throws IOException;

  /**
   * Returns the body.
   *
   * @throws TooLargeException if it has more bytes than the maximum
   */
  default byte[] bytes(int max) {
    var bytes = new ByteArrayOutputStream();
    try {
      writeTo(new Limited(bytes, max));
    } catch (IOException e) { // only the limit throws it
      throw new TooLargeException(e);
    }
    return bytes.toByteArray();
  }

  /** The body does not fit into memory. */
  final class TooLargeException extends RuntimeException {
    TooLargeException(IOException cause) {
      super(cause);
    }
  }

  /** Stops a writer with an exception at the maximum. */
  final class Limited extends OutputStream {

    private final ByteArrayOutputStream bytes;
    private final int max;

    Limited(ByteArrayOutputStream bytes, int max) {
      this.bytes = bytes;
      this.max = max;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
      if (bytes.size() + length > max) throw new IOException("more than %d bytes".formatted(max));
      bytes.write(buffer, from, length);
    }
  }
}
