package diundashboard.activity.feed;

import static java.util.stream.Collectors.joining;

import diundashboard.activity.ActivityEntry;
import diundashboard.images.Image;
import diundashboard.platform.database.Timestamps;
import diundashboard.versions.VersionChange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds feed entries from pending updates and from activity. */
final class AtomEntryFactory {

  private static final Set<String> WEB = Set.of("http", "https");

  private final FeedLinks urls;

  /**
   * @param urls link targets of the entries
   */
  AtomEntryFactory(FeedLinks urls) {
    this.urls = urls;
  }

  /** An update that becomes pending again gets a new id. */
  AtomEntry of(PendingUpdate update) {
    var links = new ArrayList<AtomLink>();
    links.add(new AtomLink("alternate", urls.pageOf(update.image())));
    webLink(update.hubLink()).ifPresent(link -> links.add(new AtomLink("related", link)));
    return new AtomEntry(
        AtomId.of("pending", update.image(), Timestamps.format(update.since())),
        titleOf(update),
        update.receivedAt(),
        links,
        linesOf(update.image(), update.digest(), update.status(), textOf(update.change())));
  }

  /** Returns a text such as {@code minor: 1.25.5 → 1.29.5}; empty if only one is known. */
  private static String textOf(VersionChange change) {
    var isCompared = change.from() != null && !change.from().equals(change.to());
    return isCompared
        ? "%s: %s → %s".formatted(change.kind().value(), change.from(), change.to())
        : "";
  }

  AtomEntry of(ActivityEntry activity) {
    var link =
        activity.image() == null ? urls.page().toASCIIString() : urls.pageOf(activity.image());
    return new AtomEntry(
        AtomId.of("activity", String.valueOf(activity.id()), Timestamps.format(activity.at())),
        titleOf(activity),
        activity.at(),
        List.of(new AtomLink("alternate", link)),
        linesOf(activity.image(), activity.workload(), activity.digest(), activity.note()));
  }

  /** Returns a title such as {@code nginx latest on nas, vps}. */
  private static String titleOf(PendingUpdate update) {
    var more = update.hostCount() - update.hosts().size();
    var hosts = String.join(", ", update.hosts()) + (more > 0 ? " and " + more + " more" : "");
    return nameOf(update.image()) + (hosts.isEmpty() ? "" : " on " + hosts);
  }

  /** Returns a title such as {@code acknowledged: nginx latest on nas by ann}. */
  private static String titleOf(ActivityEntry activity) {
    var isByHost = Objects.equals(activity.actor(), activity.host());
    return activity.kind().replace('_', ' ')
        + (activity.image() == null ? "" : ": " + nameOf(activity.image()))
        + (activity.host() == null ? "" : " on " + activity.host())
        + (activity.actor() == null || isByHost ? "" : " by " + activity.actor());
  }

  private static String nameOf(String key) {
    var image = Image.parse(key);
    return image.tag().isEmpty() ? image.shortName() : image.shortName() + " " + image.tag();
  }

  private static String linesOf(String... lines) {
    return Stream.of(lines).filter(line -> line != null && !line.isEmpty()).collect(joining("\n"));
  }

  /** Accepts http and https only, because the publisher of the image chooses the link. */
  private static Optional<String> webLink(String text) {
    try {
      var link = new URI(text);
      var isWeb =
          link.getHost() != null && link.getScheme() != null && WEB.contains(link.getScheme());
      return isWeb ? Optional.of(link.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
