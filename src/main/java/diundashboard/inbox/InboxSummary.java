package diundashboard.inbox;

import static java.util.Comparator.naturalOrder;

import diundashboard.inbox.search.SearchQuery;
import diundashboard.versions.ChangeKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of images. An image that has different states or kinds on its hosts counts for each.
 *
 * @param images in any state
 * @param snoozed including those that are held back
 * @param byKind pending images; every kind has a number
 * @param oldest since when the oldest pending image of each kind is pending; kinds without one are
 *     absent
 */
public record InboxSummary(
    long images,
    long pending,
    long snoozed,
    long held,
    long done,
    long muted,
    Map<ChangeKind, Long> byKind,
    Map<ChangeKind, Instant> oldest) {

  static InboxSummary of(Totals pending, Totals all, Map<ChangeKind, Instant> oldest) {
    var byKind = new EnumMap<ChangeKind, Long>(ChangeKind.class);
    for (var kind : ChangeKind.values()) {
      byKind.put(kind, pending.countOf(Facet.KIND, kind.value()));
    }
    return new InboxSummary(
        all.total(),
        pending.total(),
        all.countOf(Facet.STATE, "snoozed"),
        all.countOf(Facet.STATE, SearchQuery.HELD),
        all.countOf(Facet.STATE, "done"),
        all.countOf(Facet.STATE, "muted"),
        byKind,
        oldest);
  }

  /** Returns since when the oldest pending image is pending; empty if there is none. */
  public Optional<Instant> oldestPendingSince() {
    return oldest.values().stream().min(naturalOrder());
  }
}
