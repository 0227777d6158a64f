package diundashboard.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * A cache of values that are valid for one version of the data. A value is computed once, for all
 * callers that wait for it. The total weight is limited. A value that is heavier than the limit is
 * not kept.
 *
 * <p>Thread-safe.
 */
public final class VersionedCache<K, V> {

  /**
   * While a value is computed, keys in the same bin of the hash table wait: many bins, few wait.
   */
  private static final int INITIAL_CAPACITY = 1024;

  private final Cache<K, Versioned<V>> values;

  private record Versioned<V>(Object version, V value) {}

  /**
   * @param maxWeight maximum total of the weights
   * @param weigher returns the weight of a value
   */
  public VersionedCache(long maxWeight, ToIntFunction<V> weigher) {
    values =
        Caffeine.newBuilder()
            .initialCapacity(INITIAL_CAPACITY)
            .maximumWeight(maxWeight)
            .weigher((K key, Versioned<V> value) -> weigher.applyAsInt(value.value))
            .executor(Runnable::run) // the server manages its threads
            .build();
  }

  /**
   * Returns the value of a key in a version, and computes it unless another caller has.
   *
   * @param version read before the value is computed; a value of another version is replaced
   * @param compute must not use this cache, which could deadlock; its exceptions are thrown to the
   *     caller; then the next one computes the value
   */
  public V get(K key, Object version, Supplier<? extends V> compute) {
    var known = values.getIfPresent(key);
    if (isOf(version, known)) return known.value;
    return values
        .asMap()
        .compute(
            key,
            (same, found) -> isOf(version, found) ? found : new Versioned<>(version, compute.get()))
        .value;
  }

  private static boolean isOf(Object version, Versioned<?> known) {
    return known != null && known.version.equals(version);
  }
}
