package diundashboard.inbox;

import diundashboard.activity.ActivityDao;
import diundashboard.platform.cache.VersionedCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Recent totals, which are valid until the data changes. All pages of a list have the same. */
@ApplicationScoped
public class TotalsCache {

  private static final int MAX_SIZE = 100;

  private final VersionedCache<Key, Totals> totals = new VersionedCache<>(MAX_SIZE, counted -> 1);

  /** Returns the totals of a list, and counts them unless they are in the cache. */
  Totals get(InboxFilter filter, Set<Facet> facets, Version version, Supplier<Totals> count) {
    return totals.get(new Key(filter, facets), version, count);
  }

  private record Key(InboxFilter filter, Set<Facet> facets) {}

  /**
   * The version of the data that is counted.
   *
   * @param latestId see {@link ActivityDao#latestId()}
   * @param validUntil see {@link ResolvedQuery#validUntil()}
   */
  record Version(long latestId, Instant validUntil) {}
}
