package diundashboard.inbox;

import diundashboard.activity.ActivityDao;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was counted lately, as long as nothing has changed since. */
@ApplicationScoped
public class TotalsCache {

  private static final int MAX_SIZE = 100;

  private final Map<Key, Totals> tallies =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Totals> eldest) {
          return size() > MAX_SIZE;
        }
      };

  synchronized Optional<Totals> get(Key key) {
    return Optional.ofNullable(tallies.get(key));
  }

  synchronized void put(Key key, Totals tally) {
    tallies.put(key, tally);
  }

  /**
   * What was counted, and when.
   *
   * @param version of the data, see {@link ActivityDao#latestId()}
   * @param minute of a search that finds something else as time goes by; else null
   */
  record Key(long version, Instant minute, InboxFilter filter, Set<Facet> facets) {}
}
