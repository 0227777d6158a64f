package diundashboard.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {

  private final LruCache<String, Integer> cache = new LruCache<>(2);

  @Test
  void evictsTheLeastRecentlyUsedEntry() {
    cache.put("a", 1);
    cache.put("b", 2);
    assertThat(cache.get("a")).contains(1);
    cache.put("c", 3);
    assertThat(cache.get("b")).isEmpty();
    assertThat(cache.get("a")).contains(1);
    assertThat(cache.get("c")).contains(3);
  }

  @Test
  void updatesFromTheInitialValue() {
    cache.update("a", 10, value -> value + 1);
    cache.update("a", 10, value -> value + 1);
    assertThat(cache.get("a")).contains(12);
  }
}
