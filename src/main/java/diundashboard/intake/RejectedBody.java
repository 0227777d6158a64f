package diundashboard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.http.Sha256;

/**
 * The body of a rejected notification.
 *
 * @param text its first 64 KiB
 * @param size size of the whole body in bytes
 * @param hash identifies the whole body; empty if no body is kept
 */
record RejectedBody(String text, int size, String hash) {

  static final RejectedBody NONE = new RejectedBody("", 0, "");

  static final int MAX_BYTES = 64 * 1024;

  static RejectedBody of(String body) {
    if (body.isEmpty()) return NONE;
    var bytes = body.getBytes(UTF_8);
    return new RejectedBody(
        bytes.length > MAX_BYTES ? beginningOf(bytes) : body, bytes.length, Sha256.hex(body));
  }

  private static String beginningOf(byte[] bytes) {
    var end = MAX_BYTES;
    while (isContinuation(bytes[end])) end--;
    return new String(bytes, 0, end, UTF_8);
  }

  /** True if a character of UTF-8 begins before this byte. */
  private static boolean isContinuation(byte each) {
    return (each & 0xC0) == 0x80;
  }
}
