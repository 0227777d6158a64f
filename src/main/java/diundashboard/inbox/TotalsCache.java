package diundashboard.inbox;

import diundashboard.activity.ActivityDao;
import diundashboard.platform.cache.LruCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Recent totals, which are valid until the data changes. */
@ApplicationScoped
public class TotalsCache {

  private static final int MAX_SIZE = 100;

  private final LruCache<Key, Totals> totals = new LruCache<>(MAX_SIZE);

  /** Returns the totals of a key, and counts them if they are not in the cache. */
  Totals get(Key key, Supplier<Totals> count) {
    var known = totals.get(key);
    if (known.isPresent()) return known.get();
    var counted = count.get();
    totals.put(key, counted);
    return counted;
  }

  /**
   * The list that is counted, and the version of the data.
   *
   * @param version see {@link ActivityDao#latestId()}
   * @param validUntil see {@link ResolvedQuery#validUntil()}
   */
  record Key(long version, Instant validUntil, InboxFilter filter, Set<Facet> facets) {}
}
