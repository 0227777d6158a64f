package diundashboard.inbox;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityEntry;
import diundashboard.activity.ActivityFilter;
import diundashboard.activity.ActivityService;
import diundashboard.images.Image;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lists and shows the images of the inbox. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.VIEWER)
public class InboxService {

  private static final int MAX_HISTORY = 100;

  @Inject private InboxDao images;
  @Inject private OccurrenceViewDao places;
  @Inject private ActivityService history;
  @Inject private FacetDao counts;
  @Inject private TotalsCache tallies;
  @Inject private ActivityDao activity;

  /** What an answer depends on besides the request: as long as it is the same, so is the answer. */
  public String version(InboxFilter filter) {
    return activity.latestId() + " " + minuteOf(filter, Instant.now());
  }

  /** One page of images. */
  public InboxPage list(InboxQuery list) {
    var now = Instant.now();
    var tally = tally(list, now);
    var rows = images.list(list.filter(), list.sort(), now, list.after(), list.limit() + 1);
    var page = Page.of(rows, list.limit(), list::cursorAfter);
    var references = page.items().stream().map(row -> row.item().image().reference()).toList();
    var all = places.of(references);
    var items =
        page.items().stream()
            .map(InboxDao.Row::item)
            .map(item -> item.with(all.getOrDefault(item.image().reference(), List.of())))
            .toList();
    return new InboxPage(items, page.nextCursor(), tally.total(), tally.counts());
  }

  /** One image, with all that is known of it. */
  public Optional<ImageDetails> find(Image image) {
    return images.find(image).map(detail -> detail.with(placesOf(image), historyOf(image)));
  }

  /** The version is read first: what is counted may be newer than it, but never older. */
  private Totals tally(InboxQuery list, Instant now) {
    var filter = list.filter();
    var key =
        new TotalsCache.Key(activity.latestId(), minuteOf(filter, now), filter, list.counts());
    return tallies
        .get(key)
        .orElseGet(
            () -> {
              var tally = count(list, now);
              tallies.put(key, tally);
              return tally;
            });
  }

  private Totals count(InboxQuery list, Instant now) {
    var total = counts.total(list.filter(), now);
    if (list.counts().isEmpty()) return new Totals(total, null);
    var byFacet = new TreeMap<String, List<Facet.FacetCount>>();
    for (var facet : list.counts())
      byFacet.put(facet.value(), counts.counts(facet, list.filter(), now));
    return new Totals(total, byFacet);
  }

  private static Instant minuteOf(InboxFilter filter, Instant now) {
    return filter.search().isOfTheMoment() ? now.truncatedTo(ChronoUnit.MINUTES) : null;
  }

  private List<InboxItem.OccurrenceView> placesOf(Image image) {
    return places.of(List.of(image.key())).getOrDefault(image.key(), List.of());
  }

  private Page<ActivityEntry> historyOf(Image image) {
    return history.list(ActivityFilter.of(image), Long.MAX_VALUE, MAX_HISTORY);
  }
}
