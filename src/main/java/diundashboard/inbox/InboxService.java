package diundashboard.inbox;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityEntry;
import diundashboard.activity.ActivityFilter;
import diundashboard.activity.ActivityService;
import diundashboard.counts.ImageCounts;
import diundashboard.counts.NameDao;
import diundashboard.images.DigestDao;
import diundashboard.images.Image;
import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxItem.OccurrenceView;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.links.ImageLinks;
import diundashboard.platform.database.Condition;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.versions.ChangeKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Lists the images of the inbox and shows their details. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.VIEWER)
public class InboxService {

  private static final int MAX_HISTORY = 100;

  private static final InboxFilter ALL =
      new InboxFilter(UpdateState.ALL, SearchQuery.ALL, TimeZoneParameter.DEFAULT);

  private static final SearchQuery OVER_A_MONTH = SearchQuery.parse("base", "older:30d");

  @Inject private InboxDao inbox;
  @Inject private OccurrenceViewDao occurrences;
  @Inject private OlderTagDao olderTags;
  @Inject private DigestDao digests;
  @Inject private ImageLinks links;
  @Inject private FacetDao facets;
  @Inject private ImageCounts images;
  @Inject private NameDao names;
  @Inject private SearchCandidates candidates;
  @Inject private TotalsCache cache;
  @Inject private ActivityDao log;
  @Inject private ActivityService activity;

  /**
   * A request for what the page shows.
   *
   * @param base the filter whose images are counted; null for none
   * @param named references of images
   */
  public record StartQuery(InboxQuery list, InboxFilter base, Set<String> named) {}

  /**
   * Numbers of images that a search finds.
   *
   * @param major those whose first number of the version changes
   */
  public record FoundImages(long total, long major) {}

  /** Returns the first page of images, those that are named, and counts. */
  public InboxStart start(StartQuery query) {
    var base = query.base();
    return new InboxStart(
        list(query.list()),
        query.named().isEmpty() ? null : named(query.list(), query.named()),
        base == null ? null : count(base, Facet.KIND),
        base == null ? null : count(base.and(OVER_A_MONTH)).total(),
        count(ALL, Facet.STATE));
  }

  /**
   * Counts the images that a search finds: all by state, and the pending ones by kind.
   *
   * @param zone the time zone of the days in the search
   */
  public InboxSummary summary(SearchQuery search, ZoneId zone) {
    var pending = new InboxFilter(UpdateState.PENDING, search, zone);
    return InboxSummary.of(
        count(pending, Facet.KIND),
        count(new InboxFilter(UpdateState.ALL, search, zone), Facet.STATE),
        oldest(pending));
  }

  private Map<ChangeKind, Instant> oldest(InboxFilter pending) {
    return Optional.of(pending.search())
        .filter(SearchQuery.ALL::equals)
        .flatMap(all -> images.oldestPending())
        .orElseGet(
            () ->
                facets.oldest(
                    resolve(new InboxQuery(pending, SortOrder.NEWEST, 1, null, Set.of()))));
  }

  /**
   * Counts the images that a search finds. They are pending, unless the search names a state.
   *
   * @param zone the time zone of the days in the search
   */
  public FoundImages found(SearchQuery search, ZoneId zone) {
    var totals =
        count(new InboxFilter(search.stateOr(UpdateState.PENDING), search, zone), Facet.KIND);
    return new FoundImages(totals.total(), totals.countOf(Facet.KIND, ChangeKind.MAJOR.value()));
  }

  private List<InboxItem> named(InboxQuery query, Set<String> images) {
    var resolved = query.at(Instant.now()).within(Condition.in("u.image", images));
    return itemsOf(inbox.list(resolved, query.sort(), null, images.size()), resolved);
  }

  private Totals count(InboxFilter filter, Facet... facets) {
    var query = new InboxQuery(filter, SortOrder.NEWEST, 1, null, Set.of(facets));
    return totals(query, resolve(query));
  }

  private ResolvedQuery resolve(InboxQuery query) {
    return query.at(Instant.now()).within(candidates.of(query.filter().search()));
  }

  /** Returns one page of images. */
  public InboxPage list(InboxQuery query) {
    var resolved = resolve(query);
    var totals = totals(query, resolved);
    var page = page(query, resolved);
    return new InboxPage(
        page.items(),
        page.nextCursor(),
        totals.total(),
        query.filter().zoneName(),
        totals.counts());
  }

  /** Returns one page of images without counts. */
  public Page<InboxItem> page(InboxQuery query) {
    return page(query, resolve(query));
  }

  private Page<InboxItem> page(InboxQuery query, ResolvedQuery resolved) {
    var rows = inbox.list(resolved, query.sort(), query.after(), query.limit() + 1);
    var page = Page.of(rows, query.limit(), query::cursorAfter);
    return new Page<>(itemsOf(page.items(), resolved), page.nextCursor());
  }

  private List<InboxItem> itemsOf(List<InboxDao.Row> rows, ResolvedQuery query) {
    var items = rows.stream().map(InboxDao.Row::item).toList();
    addParts(items, query.occurrences());
    return items;
  }

  private void addParts(List<InboxItem> items, Condition found) {
    var images = items.stream().map(item -> item.image().reference()).toList();
    var all = occurrences.byImage(images, found);
    var older = olderTags.byImage(images);
    var sources = digests.sources(digestsOf(items));
    for (var item : items) {
      var image = item.image().reference();
      item.occurrences().addAll(all.getOrDefault(image, List.of()));
      item.olderTags().addAll(older.getOrDefault(image, List.of()));
      var metadata = item.occurrences().stream().map(OccurrenceView::metadata).toList();
      item.links()
          .addAll(
              links.of(
                  Image.ofKey(image), item.change().to(), metadata, sources.get(item.digest())));
    }
  }

  private static List<String> digestsOf(List<InboxItem> items) {
    return items.stream().map(InboxItem::digest).filter(Objects::nonNull).toList();
  }

  private Totals totals(InboxQuery query, ResolvedQuery resolved) {
    return Optional.of(query.filter())
        .filter(any -> ProfileCounter.FACETS.containsAll(query.facets()))
        .flatMap(filter -> ProfileCounter.of(filter, images::current, names))
        .map(counter -> Totals.of(counter.total(), query.facets(), counter::counts))
        .orElseGet(() -> totalsOfDatabase(query, resolved));
  }

  /** The version is read first: the counts may be newer than the version, but never older. */
  private Totals totalsOfDatabase(InboxQuery query, ResolvedQuery resolved) {
    var version = new TotalsCache.Version(log.latestId(), resolved.validUntil());
    return cache.get(
        query.filter(),
        query.facets(),
        version,
        () ->
            Totals.of(
                facets.total(resolved.images()),
                query.facets(),
                facet -> facets.counts(facet, resolved)));
  }

  /** Returns one image; empty if there is none with this reference. */
  public Optional<ImageDetails> find(Image image) {
    var details = inbox.find(image, historyOf(image));
    details.ifPresent(found -> addParts(List.of(found.item()), Condition.ANY));
    return details;
  }

  private Page<ActivityEntry> historyOf(Image image) {
    return activity.list(ActivityFilter.of(image), Long.MAX_VALUE, MAX_HISTORY);
  }
}
