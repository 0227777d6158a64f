package diundashboard.platform.http;

import diundashboard.platform.http.CachedResponses.ResponseKey;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Conditional responses whose bodies grow with the data, without limit. A small body is kept in
 * memory by {@link CachedResponses}. A large one is written to a temporary file, once for all
 * clients that wait for it. It takes constant memory, and slow clients hold no connection to the
 * database. The last large body is kept.
 */
@ApplicationScoped
public class LargeResponses {

  private static final int MAX_BYTES_IN_MEMORY = 4 * 1024 * 1024;
  private static final int MAX_WAITING = 12;
  private static final int MAX_WAIT_SECONDS = 20;

  @Inject private CachedResponses small;
  @Inject private ServletContext context;

  private final ReentrantLock lock = new ReentrantLock();
  private volatile ResponseFile kept;

  /**
   * Answers with a body, or with 304, see {@link CachedResponses#answer}.
   *
   * @param query everything that shapes the body, except for the data
   * @param version reads the version of the data
   * @throws ServerBusyException if too many clients wait, or the file cannot be written
   */
  public Response answer(
      HttpHeaders headers, Request request, Object query, Supplier<?> version, BodyWriter body) {
    var asked = System.nanoTime();
    var key = new ResponseKey(query, version.get());
    try {
      if (!isKept(key)) {
        return small.answer(headers, request, key, () -> body.bytes(MAX_BYTES_IN_MEMORY));
      }
    } catch (BodyWriter.TooLargeException e) {
      return ofFile(headers, request, () -> replace(asked, query, version, body));
    }
    return ofFile(headers, request, () -> kept);
  }

  private boolean isKept(ResponseKey key) {
    var file = kept;
    return file != null && file.key().equals(key);
  }

  /** Clients that asked before the file was begun share it. */
  private ResponseFile replace(long asked, Object query, Supplier<?> version, BodyWriter body)
      throws IOException {
    var file = kept;
    if (file != null && file.key().query().equals(query) && file.begun() - asked > 0) return file;
    var begun = System.nanoTime();
    var key = new ResponseKey(query, version.get());
    if (isKept(key)) return file;
    var folder = (File) context.getAttribute(ServletContext.TEMPDIR);
    kept = ResponseFile.write(key, begun, folder.toPath(), body);
    if (file != null) file.delete();
    return kept;
  }

  private Response ofFile(HttpHeaders headers, Request request, FileSource source) {
    var lock = lock();
    try {
      return answer(request, source.file(), GzipInterceptor.isAccepted(headers));
    } catch (IOException e) {
      throw new ServerBusyException(e);
    } finally {
      lock.unlock();
    }
  }

  private Lock lock() {
    try {
      if (lock.getQueueLength() < MAX_WAITING && lock.tryLock(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return lock;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new ServerBusyException(null);
  }

  private static Response answer(Request request, ResponseFile file, boolean isCompressed)
      throws IOException {
    var unchanged = ETags.unchanged(request, file.tag());
    if (unchanged.isPresent()) return unchanged.get();
    if (request.getMethod().equals(HttpMethod.HEAD)) return Response.ok().tag(file.tag()).build();
    var response = Response.ok(file.open(isCompressed)).tag(file.tag());
    return isCompressed
        ? response.header(HttpHeaders.CONTENT_ENCODING, GzipInterceptor.GZIP).build()
        : response.build();
  }

  @PreDestroy
  void delete() {
    if (kept != null) kept.delete();
  }

  @FunctionalInterface
  private interface FileSource {
    ResponseFile file() throws IOException;
  }
}
