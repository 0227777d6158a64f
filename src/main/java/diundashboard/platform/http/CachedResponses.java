package diundashboard.platform.http;

import diundashboard.platform.cache.VersionedCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Conditional responses whose bodies are kept as bytes, plain and compressed, until the data
 * changes. All callers that have access get the same body, so it must not depend on the caller.
 */
@ApplicationScoped
public class CachedResponses {

  /** The share of the heap that bodies may occupy. */
  private static final int SHARE_OF_HEAP = 16;

  /** The memory of an entry besides its body, estimated: searches have up to 1,000 characters. */
  private static final int OVERHEAD = 4096;

  private static final int MAX_AT_ONCE = 4;
  private static final int MAX_WAIT_SECONDS = 10;

  private final Semaphore creating = new Semaphore(MAX_AT_ONCE);

  private final VersionedCache<Encoded, Body> bodies =
      new VersionedCache<>(
          Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, body -> body.bytes.length + OVERHEAD);

  /**
   * Identifies a body.
   *
   * @param query everything that shapes the body, except for the data
   * @param version of the data, read before the body is created
   */
  public record ResponseKey(Object query, Object version) {}

  /**
   * Answers with a body, which is created unless it is in the cache; or with 304. A client that
   * sends {@code Cache-Control: no-cache} gets a new body.
   */
  public Response answer(
      HttpHeaders headers, Request request, ResponseKey key, Supplier<byte[]> create) {
    var isCompressed = GzipInterceptor.isAccepted(headers);
    var current = isReload(headers) ? new ResponseKey(key.query, new Object()) : key;
    var body = isCompressed ? compressed(current, create) : plain(current, create);
    var unchanged = ETags.unchanged(request, body.tag);
    if (unchanged.isPresent()) return unchanged.get();
    var response = Response.ok(body.bytes).tag(body.tag);
    return isCompressed
        ? response.header(HttpHeaders.CONTENT_ENCODING, GzipInterceptor.GZIP).build()
        : response.build();
  }

  private static boolean isReload(HttpHeaders headers) {
    var directives = headers.getHeaderString(HttpHeaders.CACHE_CONTROL);
    return directives != null && directives.contains("no-cache");
  }

  private Body plain(ResponseKey key, Supplier<byte[]> create) {
    return bodies.get(new Encoded(key.query, false), key.version, () -> Body.of(limited(create)));
  }

  /** Creates a body when few others are being created, because each takes memory. */
  private byte[] limited(Supplier<byte[]> create) {
    try {
      if (!creating.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new ServerBusyException(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerBusyException(e);
    }
    try {
      return create.get();
    } finally {
      creating.release();
    }
  }

  /** Gets the plain body first, because a value must not be computed from the cache it is in. */
  private Body compressed(ResponseKey key, Supplier<byte[]> create) {
    var plain = plain(key, create);
    return bodies.get(new Encoded(key.query, true), key.version, plain::compress);
  }

  private record Encoded(Object query, boolean isCompressed) {}

  /** A body with the ETag of the plain one. */
  private static final class Body {

    private final byte[] bytes;
    private final EntityTag tag;

    Body(byte[] bytes, EntityTag tag) {
      this.bytes = bytes;
      this.tag = tag;
    }

    static Body of(byte[] bytes) {
      return new Body(bytes, ETags.of(bytes));
    }

    Body compress() {
      return new Body(GzipInterceptor.compress(bytes), tag);
    }
  }
}
