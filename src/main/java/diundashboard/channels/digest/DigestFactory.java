package diundashboard.channels.digest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import diundashboard.activity.ActivityKind;
import diundashboard.channels.digest.Digest.FailedRun;
import diundashboard.channels.digest.Digest.Rejections;
import diundashboard.channels.digest.Digest.SilentHost;
import diundashboard.channels.digest.Digest.Waiting;
import diundashboard.channels.digest.NewsDao.Entry;
import diundashboard.channels.digest.NewsDao.Range;
import diundashboard.hosts.HostDao;
import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxFilter;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.config.ChannelEvent;
import diundashboard.platform.config.ChannelSettings;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Composes digests from the activity log and the current state. */
@Dependent
public class DigestFactory {

  private final NewsDao news;
  private final UpdateFactory updates;
  private final HostDao hosts;

  @Inject
  public DigestFactory(NewsDao news, UpdateFactory updates, HostDao hosts) {
    this.news = news;
    this.updates = updates;
    this.hosts = hosts;
  }

  /**
   * Composes what a channel has to report.
   *
   * @param range of the activity log
   * @param reportedAt when the channel last reported
   */
  public Digest digest(ChannelSettings channel, Range range, Instant reportedAt, Instant now) {
    var search = SearchQuery.parse("filter", channel.filter());
    var filter = new InboxFilter(UpdateState.PENDING, search, channel.zone()).at(now);
    var became =
        channel.events().contains(ChannelEvent.UPDATES)
            ? NewsDao.became(range, filter, NewsDao.news(search.isAboutOccurrences()))
            : Condition.of("FALSE");
    var count = news.count(became);
    var entries = news.entries(range, kindsOf(channel));
    var digest =
        new Digest(
            count.updates() == 0
                ? List.of()
                : updates.of(news.riskiest(became, Digest.MAX_UPDATES), filter.occurrences()),
            count.updates(),
            count.majors(),
            Optional.empty(),
            silentHosts(of(ActivityKind.HOST_SILENT, entries), now),
            rejections(of(ActivityKind.NOTIFICATION_REJECTED, entries)),
            failedRuns(of(ActivityKind.RUN_FAILED, entries)));
    return channel.remind().isPresent() && channel.events().contains(ChannelEvent.UPDATES)
        ? withWaiting(digest, channel.remind().get(), filter.images(), reportedAt, now)
        : digest;
  }

  /** Returns the time of the first entry of the activity log that a channel may report. */
  public Optional<Instant> firstAfter(long id, ChannelSettings channel) {
    var others = Condition.in("a.kind", kindsOf(channel));
    if (!channel.events().contains(ChannelEvent.UPDATES)) return news.firstAfter(id, others);
    var search = SearchQuery.parse("filter", channel.filter());
    return news.firstAfter(id, NewsDao.news(search.isAboutOccurrences()).or(others));
  }

  /** Returns the kinds of activity that a channel reports, besides those about updates. */
  private static List<String> kindsOf(ChannelSettings channel) {
    var kinds = new ArrayList<String>();
    for (var event : channel.events()) {
      switch (event) {
        case UPDATES -> {}
        case SILENT -> kinds.add(ActivityKind.HOST_SILENT.value());
        case REJECTED -> kinds.add(ActivityKind.NOTIFICATION_REJECTED.value());
        case FAILED_RUNS -> kinds.add(ActivityKind.RUN_FAILED.value());
      }
    }
    return kinds;
  }

  private static List<Entry> of(ActivityKind kind, List<Entry> entries) {
    return entries.stream().filter(each -> each.kind().equals(kind.value())).toList();
  }

  private List<SilentHost> silentHosts(List<Entry> entries, Instant now) {
    if (entries.isEmpty()) return List.of();
    var silent = entries.stream().map(Entry::hostname).collect(toSet());
    return hosts.list(now).stream()
        .filter(host -> silent.contains(host.host()) && host.raisesAlarm())
        .map(host -> new SilentHost(host.displayName(), host.silentSince()))
        .toList();
  }

  private static Optional<Rejections> rejections(List<Entry> entries) {
    if (entries.isEmpty()) return Optional.empty();
    var last = entries.get(entries.size() - 1).note().split(": ", 2);
    return Optional.of(new Rejections(entries.size(), last[0], last[last.length - 1]));
  }

  private List<FailedRun> failedRuns(List<Entry> entries) {
    if (entries.isEmpty()) return List.of();
    var names = news.names(entries.stream().map(Entry::hostname).collect(toSet()));
    return entries.stream()
        .collect(
            groupingBy(
                entry -> names.getOrDefault(entry.hostname(), entry.hostname()),
                LinkedHashMap::new,
                toList()))
        .entrySet()
        .stream()
        .map(host -> failedRun(host.getKey(), host.getValue()))
        .toList();
  }

  private static FailedRun failedRun(String host, List<Entry> entries) {
    var last = entries.get(entries.size() - 1);
    var errors = last.note() == null ? 0 : Long.parseLong(last.note());
    return new FailedRun(host, entries.size(), errors, last.at());
  }

  /** Updates that wait are part of each message, and the reason for one when others begin to. */
  private Digest withWaiting(
      Digest digest, Duration limit, Condition pending, Instant reportedAt, Instant now) {
    var waiting =
        pending.and(
            Condition.of(
                "u.pending_since <> '' AND u.pending_since <= ?",
                Timestamps.format(now.minus(limit))));
    var begun =
        waiting.and(
            Condition.of("u.pending_since > ?", Timestamps.format(reportedAt.minus(limit))));
    if (digest.isEmpty() && !news.exists(begun)) return digest;
    var count = news.count(waiting);
    return count.updates() == 0
        ? digest
        : digest.with(new Waiting(count.updates(), count.majors(), limit.toDays()));
  }
}
