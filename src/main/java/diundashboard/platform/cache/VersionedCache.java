package diundashboard.platform.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A cache of values that are valid for one version of the data. A value is computed once, for all
 * callers that wait for it. The total weight is limited: the least recently used values are evicted
 * first. A value that is heavier than the limit is not kept, but shared by those who wait for it.
 *
 * <p>Thread-safe.
 */
public final class VersionedCache<K, V> {

  private final long maxWeight;
  private final ToLongFunction<V> weigher;
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * @param maxWeight maximum total of the weights
   * @param weigher returns the weight of a value
   */
  public VersionedCache(long maxWeight, ToLongFunction<V> weigher) {
    this.maxWeight = maxWeight;
    this.weigher = weigher;
  }

  /**
   * Returns the value of a key in a version, and computes it unless another caller has.
   *
   * @param version read before the value is computed; a value of another version is replaced
   * @param compute its exceptions are thrown to all callers that wait for the value
   */
  public V get(K key, Object version, Supplier<? extends V> compute) {
    var own = new Entry<V>(version, compute);
    var entry = findOrAdd(key, own);
    if (entry == own) run(key, own);
    return entry.await();
  }

  private synchronized Entry<V> findOrAdd(K key, Entry<V> own) {
    var known = entries.get(key);
    if (known != null && known.version.equals(own.version)) return known;
    if (known != null) weight -= known.weight;
    entries.put(key, own);
    return own;
  }

  /** Failures are not kept. */
  private void run(K key, Entry<V> own) {
    own.value.run();
    try {
      weigh(key, own, weigher.applyAsLong(own.await()));
    } catch (RuntimeException | Error e) {
      remove(key, own);
      throw e;
    }
  }

  /** Adds the weight of a value, unless it has been replaced. */
  private synchronized void weigh(K key, Entry<V> own, long ownWeight) {
    if (entries.get(key) != own) return;
    own.weight = ownWeight;
    weight += ownWeight;
    var leastRecentFirst = entries.values().iterator();
    while (weight > maxWeight) {
      weight -= leastRecentFirst.next().weight;
      leastRecentFirst.remove();
    }
  }

  private synchronized void remove(K key, Entry<V> own) {
    entries.remove(key, own);
  }

  /** Returns the total weight of the values. */
  synchronized long weight() {
    return weight;
  }

  /** A value that may still be computed. Its weight is 0 until then. */
  private static final class Entry<V> {

    private final Object version;
    private final FutureTask<V> value;
    private long weight;

    Entry(Object version, Supplier<? extends V> compute) {
      this.version = version;
      this.value = new FutureTask<>(compute::get);
    }

    /** Waits for the value. */
    V await() {
      try {
        return value.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error failure) throw failure;
        throw (RuntimeException) e.getCause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while another request computes a value", e);
      }
    }
  }
}
