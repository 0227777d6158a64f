package diundashboard.platform.http;

import diundashboard.platform.http.CachedResponses.ResponseKey;
import jakarta.ws.rs.core.EntityTag;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The body of a response in a temporary file. A client that has opened it can read it after it is
 * deleted.
 */
final class ResponseFile {

  private static final int BUFFER = 64 * 1024;

  private final ResponseKey key;
  private final long begun;
  private final EntityTag tag;
  private final Path plain;
  private final Path compressed;

  private ResponseFile(ResponseKey key, long begun, EntityTag tag, Path plain) {
    this.key = key;
    this.begun = begun;
    this.tag = tag;
    this.plain = plain;
    this.compressed = plain.resolveSibling(plain.getFileName() + ".gz");
  }

  /**
   * @param begun {@link System#nanoTime()} before the version in the key was read
   */
  static ResponseFile write(ResponseKey key, long begun, Path folder, BodyWriter body)
      throws IOException {
    var file = Files.createTempFile(folder, "response", null);
    var digest = Sha256.digest();
    try (var output =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), BUFFER), digest)) {
      body.writeTo(output);
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
    return new ResponseFile(key, begun, ETags.ofHash(digest.digest()), file);
  }

  ResponseKey key() {
    return key;
  }

  long begun() {
    return begun;
  }

  EntityTag tag() {
    return tag;
  }

  /** Opens the body. The first client that accepts gzip compresses it for all. */
  InputStream open(boolean isCompressed) throws IOException {
    if (isCompressed && !Files.exists(compressed)) compress();
    return Files.newInputStream(isCompressed ? compressed : plain);
  }

  private void compress() throws IOException {
    try (var output = new GZIPOutputStream(Files.newOutputStream(compressed), BUFFER)) {
      Files.copy(plain, output);
    } catch (IOException e) {
      Files.deleteIfExists(compressed);
      throw e;
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(plain);
      Files.deleteIfExists(compressed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
