package diundashboard.platform.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Reads a value once for all callers that arrive during the read before. Each caller gets a value
 * whose read began after its call. If a read fails, it fails for the callers that arrived during it
 * too, so that they do not wait one after the other for a database that hangs.
 *
 * <p>Thread-safe.
 */
public final class SharedRead<T> {

  private final Supplier<T> read;
  private final Lock reading = new ReentrantLock();
  private volatile Batch<T> next = new Batch<>();

  public SharedRead(Supplier<T> read) {
    this.read = read;
  }

  /** Returns the value, or throws what the read throws. */
  public T get() {
    var batch = next;
    if (batch.hasReader.compareAndSet(false, true)) read(batch);
    try {
      return batch.value.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error error) throw error;
      throw e;
    }
  }

  private void read(Batch<T> batch) {
    reading.lock();
    try {
      if (batch.value.isDone()) return; // the read before has failed
      next = new Batch<>(); // whoever calls from now on needs a newer value
      batch.value.complete(read.get());
    } catch (RuntimeException | Error e) {
      var during = next;
      next = new Batch<>();
      batch.value.completeExceptionally(e);
      during.value.completeExceptionally(e);
    } finally {
      reading.unlock();
    }
  }

  /** Callers that share a read that has not begun. */
  private static final class Batch<T> {
    private final AtomicBoolean hasReader = new AtomicBoolean();
    private final CompletableFuture<T> value = new CompletableFuture<>();
  }
}
