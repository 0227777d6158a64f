package diundashboard.platform.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads a body without blocking (servlet async I/O), and dispatches its request when the body is
 * complete, larger than the maximum, interrupted or too slow.
 */
final class BodyReader implements ReadListener, AsyncListener {

  private static final int PART_BYTES = 4096;

  /** The threads that may wait for the rest of bodies that are too large. */
  private static final Semaphore DRAINING = new Semaphore(4);

  /**
   * Reading starts when the thread of the request has left the filters and the server. On Payara, a
   * body that is read earlier may get lost, and a dispatch may interfere with that thread.
   */
  private static final Executor AFTER_THE_FILTERS =
      CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

  private final HttpServletRequest original;
  private final String uri;
  private final RequestWithBody request;
  private final BodyStore store;
  private ServletInputStream input;
  private AsyncContext context;
  private long size;
  private boolean isDone;
  private boolean isAtEnd;
  private boolean isTooLarge;

  BodyReader(HttpServletRequest original, BodyStore store) {
    this.original = original;
    this.uri = original.getRequestURI();
    this.request = new RequestWithBody(original);
    this.store = store;
  }

  void start(ServletResponse response) throws IOException {
    input = original.getInputStream();
    context = original.startAsync(request, response);
    context.setTimeout(store.maxTime().toMillis());
    context.addListener(this);
    AFTER_THE_FILTERS.execute(() -> input.setReadListener(this));
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
  private boolean add(byte[] part, int count) throws IOException {
    synchronized (store) {
      if (isDone) return false;
      size += count;
      isTooLarge = size > store.maxBytes();
      if (store.add(part, count)) {
        if (!isTooLarge) return true;
        request.complete(store.content());
      } else {
        isTooLarge = true;
        request.fail(RequestBody.tooMany());
      }
    }
    dispatch();
    return false;
  }

  @Override
  public void onAllDataRead() throws IOException {
    synchronized (store) {
      if (!isDone) request.complete(store.content());
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
    fail(RequestBody.tooSlow(store.maxTime()));
  }

  private void fail(RuntimeException failure) {
    synchronized (store) {
      if (!isDone) request.fail(failure);
    }
    dispatch();
  }

  private void dispatch() {
    if (end()) context.dispatch();
  }

  private boolean end() {
    synchronized (store) {
      if (isDone) return false;
      isDone = true;
      store.release();
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
    store.delete();
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
