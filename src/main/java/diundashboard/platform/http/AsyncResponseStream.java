package diundashboard.platform.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A non-blocking streaming response (servlet async I/O). Pulls bytes from a source while the client
 * can accept them. It never blocks, neither on the client nor on other threads that write, so one
 * thread can serve any number of streams.
 */
public final class AsyncResponseStream implements WriteListener, AsyncListener {

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Source source;
  private final AtomicInteger pushes = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean started;
  private volatile boolean closing;
  private volatile long stuckSince;
  private AsyncContext context;
  private ServletOutputStream output;
  private boolean unflushed;

  /** Supplies the bytes of a stream. */
  public interface Source {

    /** Returns the next bytes, which are considered sent, or null if there are none yet. */
    byte[] next();

    /** Called once when the client has disconnected or the stream was closed. */
    void closed();
  }

  /** Creates a stream that sends nothing before it is started. */
  public AsyncResponseStream(
      HttpServletRequest request, HttpServletResponse response, Source source) {
    this.request = request;
    this.response = response;
    this.source = source;
  }

  /**
   * Starts the stream. The headers of the response must be set. Some servers call {@link
   * #onWritePossible} before they return from setting the listener.
   */
  public void start() throws IOException {
    try {
      context = request.startAsync();
      context.setTimeout(0);
      output = response.getOutputStream();
      context.addListener(this);
      output.setWriteListener(this);
    } catch (IOException | RuntimeException e) { // the client has disconnected
      end();
      if (context != null) context.complete();
      throw e;
    }
    started = true;
    push();
  }

  /** Sends bytes of the source until the source has no more or the client accepts no more. */
  public void push() {
    if (pushes.getAndIncrement() > 0) return; // the thread that is sending sends once more
    int seen;
    do {
      seen = pushes.get();
      send();
    } while (pushes.addAndGet(-seen) > 0);
  }

  /** Ends the stream. */
  public void close() {
    closing = true;
    push();
  }

  /** Returns true if bytes are pending and the client has read none for this time. */
  public boolean isStuckFor(Duration time) {
    var since = stuckSince;
    return since != 0 && System.nanoTime() - since > time.toNanos();
  }

  private void send() {
    if (!started || closed.get()) return;
    try {
      if (!closing) write();
    } catch (IOException | RuntimeException e) { // the client has disconnected
      closing = true;
    }
    if (closing) complete();
  }

  private void write() throws IOException {
    while (output.isReady()) {
      stuckSince = 0;
      var bytes = source.next();
      if (bytes != null) {
        output.write(bytes);
        unflushed = true;
      } else if (unflushed) {
        output.flush();
        unflushed = false;
      } else {
        return;
      }
    }
    if (stuckSince == 0) stuckSince = System.nanoTime();
  }

  private void complete() {
    end();
    try {
      context.complete();
    } catch (RuntimeException e) { // the server has already completed it
      return;
    }
  }

  private void end() {
    if (closed.compareAndSet(false, true)) source.closed();
  }

  @Override
  public void onWritePossible() {
    push();
  }

  @Override
  public void onError(Throwable failure) {
    close();
  }

  @Override
  public void onError(AsyncEvent event) {
    close();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
