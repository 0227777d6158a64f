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
 * An answer that goes on: a source is asked for bytes whenever there may be some and the client can
 * take them. Nothing here ever waits, neither for a client nor for another thread's writing, so
 * that one thread can serve any number of streams.
 */
public final class AsyncResponseStream implements WriteListener, AsyncListener {

  private final AsyncContext context;
  private final ServletOutputStream output;
  private final Source source;
  private final AtomicInteger pushes = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean closing;
  private volatile long stuckSince;
  private boolean unflushed;

  /** Where the bytes come from. */
  public interface Source {

    /** The next bytes, which count as sent; null if there are none for now. */
    byte[] next();

    /** The client has gone, or the stream was closed. */
    void closed();
  }

  private AsyncResponseStream(AsyncContext context, ServletOutputStream output, Source source) {
    this.context = context;
    this.output = output;
    this.source = source;
  }

  /** Goes on with a response whose headers are set. */
  public static AsyncResponseStream open(
      HttpServletRequest request, HttpServletResponse response, Source source) throws IOException {
    var context = request.startAsync();
    context.setTimeout(0);
    var stream = new AsyncResponseStream(context, response.getOutputStream(), source);
    context.addListener(stream);
    stream.output.setWriteListener(stream);
    return stream;
  }

  /** Sends what the source has, as far as the client takes it. */
  public void push() {
    if (pushes.getAndIncrement() > 0) return; // whoever is at it goes round once more
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

  public boolean isClosed() {
    return closed.get();
  }

  /** Whether the client has taken nothing for so long, though there was something to take. */
  public boolean isStuckFor(Duration time) {
    var since = stuckSince;
    return since != 0 && System.nanoTime() - since > time.toNanos();
  }

  private void send() {
    if (closed.get()) return;
    try {
      if (!closing) write();
    } catch (IOException | RuntimeException e) { // the client has gone
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
    } catch (RuntimeException e) { // the server has completed it before
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
