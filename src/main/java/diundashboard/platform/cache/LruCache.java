package diundashboard.platform.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A cache of limited size that evicts the least recently used entry.
 *
 * <p>Thread-safe.
 */
public final class LruCache<K, V> {

  private final Map<K, V> entries;

  /**
   * @param maxSize maximum number of entries
   */
  public LruCache(int maxSize) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > maxSize;
          }
        };
  }

  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  public synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  /** Replaces the value of a key. The function receives {@code initial} if there is none. */
  public synchronized void update(K key, V initial, UnaryOperator<V> change) {
    entries.put(key, change.apply(entries.getOrDefault(key, initial)));
  }
}
