package diundashboard.platform.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads a body without blocking (servlet async I/O), and dispatches its request when the body is
 * complete, larger than the maximum, interrupted or too slow.
 */
final class BodyReader implements ReadListener, AsyncListener {

  private static final int PART_BYTES = 4096;

  /** The threads that may wait for the rest of bodies that are too large. */
  private static final Semaphore DRAINING = new Semaphore(4);

  private final HttpServletRequest original;
  private final String uri;
  private final RequestWithBody request;
  private final BodyMemory memory;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private ServletInputStream input;
  private AsyncContext context;
  private int size;
  private boolean isDone;
  private boolean isAtEnd;
  private boolean isTooLarge;

  /**
   * @param memory {@link BodyMemory#NONE} to discard the body
   */
  BodyReader(HttpServletRequest original, BodyMemory memory) {
    this.original = original;
    this.uri = original.getRequestURI();
    this.request = new RequestWithBody(original);
    this.memory = memory;
  }

  void start(ServletResponse response) throws IOException {
    input = original.getInputStream();
    context = original.startAsync(request, response);
    context.setTimeout(RequestBody.MAX_TIME.toMillis());
    context.addListener(this);
    input.setReadListener(this);
  }

  /** The request in the dispatch. */
  HttpServletRequest resumed(HttpServletRequest dispatched) {
    return new ResumedRequest(dispatched, uri);
  }

  @Override
  public void onDataAvailable() throws IOException {
    var part = new byte[PART_BYTES];
    while (input.isReady()) {
      var count = input.read(part);
      if (count < 0 || !add(part, count)) return;
    }
  }

  /** Adds bytes to the body. Returns false if it needs no more. */
  private boolean add(byte[] part, int count) {
    synchronized (bytes) {
      if (isDone) return false;
      size += count;
      isTooLarge = size > RequestBody.MAX_BYTES;
      if (memory == BodyMemory.NONE) {
        if (!isTooLarge) return true;
      } else if (memory.reserve(count)) {
        bytes.write(part, 0, count);
        if (!isTooLarge) return true;
        request.complete(bytes.toByteArray());
      } else {
        isTooLarge = true;
        request.fail(RequestBody.tooMany());
      }
    }
    dispatch();
    return false;
  }

  @Override
  public void onAllDataRead() {
    synchronized (bytes) {
      if (!isDone) request.complete(bytes.toByteArray());
      isAtEnd = true;
    }
    dispatch();
  }

  @Override
  public void onError(Throwable failure) {
    fail(RequestBody.incomplete());
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    fail(RequestBody.tooSlow());
  }

  private void fail(RuntimeException failure) {
    synchronized (bytes) {
      if (!isDone) request.fail(failure);
    }
    dispatch();
  }

  private void dispatch() {
    if (end()) context.dispatch();
  }

  private boolean end() {
    synchronized (bytes) {
      if (isDone) return false;
      isDone = true;
      memory.release(bytes.size());
      return true;
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}

  /**
   * Sends the response. WildFly would then wait in this thread for the rest of the body, however
   * slow it is.
   */
  void close(ServletResponse response) throws IOException {
    if (isAtEnd) return;
    response.flushBuffer();
    if (isTooLarge && DRAINING.tryAcquire()) {
      try {
        input.close();
      } finally {
        DRAINING.release();
      }
    } else {
      disconnect(input);
    }
  }

  /** An interrupted thread cannot wait: closing the stream closes the connection. */
  static void disconnect(InputStream input) {
    Thread.currentThread().interrupt();
    try {
      input.close();
    } catch (IOException | RuntimeException e) {
      return;
    } finally {
      Thread.interrupted();
    }
  }
}
