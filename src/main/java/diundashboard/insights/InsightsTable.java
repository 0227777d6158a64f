package diundashboard.insights;

import static java.util.stream.Collectors.joining;

import diundashboard.insights.Insights.HostShare;
import diundashboard.insights.Insights.KindShare;
import diundashboard.insights.Insights.NamedHost;
import diundashboard.insights.Insights.RegistryShare;
import diundashboard.insights.Insights.Share;
import diundashboard.insights.Insights.TagShare;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.text.CsvText;
import diundashboard.versions.ChangeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parts of the statistics as tables, for spreadsheets. */
enum InsightsTable {
  MOST_URGENT,
  PENDING,
  WEEKS,
  DONE_BY,
  DAYS_UNTIL_DONE,
  TOP_IMAGES,
  BY_HOST;

  /** Returns the table with a name in lower case and with hyphens, such as {@code most-urgent}. */
  static Optional<InsightsTable> named(String name) {
    return Stream.of(values())
        .filter(each -> EnumNames.of(each).replace('_', '-').equals(name))
        .findFirst();
  }

  /** Writes the table as CSV. */
  String csv(Insights insights) {
    return switch (this) {
      case MOST_URGENT -> mostUrgent(insights);
      case PENDING -> pending(insights);
      case WEEKS ->
          csv(
              "week,from,opened,done,pending",
              insights.weeks(),
              week -> row(week.week(), week.from(), week.opened(), week.done(), week.pending()));
      case DONE_BY ->
          csv("actor,count", insights.doneBy(), each -> row(each.actor(), each.count()));
      case DAYS_UNTIL_DONE -> daysUntilDone(insights);
      case TOP_IMAGES ->
          csv(
              "image,notifications",
              insights.topImages(),
              image -> row(image.image(), image.notifications()));
      case BY_HOST -> byHost(insights);
    };
  }

  private static String mostUrgent(Insights insights) {
    return csv(
        "image,kind,from,to,pending_since,hosts",
        insights.mostUrgent(),
        image -> {
          var change = image.change();
          var hosts = image.hosts().stream().map(NamedHost::label).collect(joining(", "));
          return row(
              image.image(),
              change.kind(),
              change.from(),
              change.to(),
              image.pendingSince(),
              hosts);
        });
  }

  private static String pending(Insights insights) {
    var kinds = Stream.of(ChangeKind.values()).map(ChangeKind::value).toList();
    var days = insights.pending();
    return csv(
        "day,pending," + kinds.stream().map("still_"::concat).collect(joining(",")),
        IntStream.range(0, days.size()).boxed().toList(),
        at ->
            Stream.<Object>concat(
                    Stream.of(days.get(at).day(), days.get(at).count()),
                    kinds.stream().map(kind -> stillPending(insights, kind, at)))
                .toList());
  }

  /** Returns null if the number is unknown. */
  private static Long stillPending(Insights insights, String kind, int day) {
    if (insights.stillPending() == null) return null;
    return insights.stillPending().stream()
        .filter(each -> each.kind().equals(kind))
        .mapToLong(each -> each.days().get(day).count())
        .sum();
  }

  private static String daysUntilDone(Insights insights) {
    var parts =
        Stream.of(
            Stream.of(timeRow("", "", insights.daysUntilDone())),
            rows("kind", insights.byKind(), KindShare::kind),
            rows("host", insights.byHost(), HostShare::host),
            rows("tag", insights.byTag(), TagShare::tag),
            rows("registry", insights.byRegistry(), RegistryShare::registry));
    return csv("by,name,done,median,p90", parts.flatMap(part -> part).toList(), row -> row);
  }

  private static <T extends Share> Stream<List<?>> rows(
      String by, List<T> shares, Function<T, String> name) {
    return shares.stream().map(each -> timeRow(by, name.apply(each), each.daysUntilDone()));
  }

  private static List<?> timeRow(String by, String name, TimeToDone time) {
    return row(by, name, time.count(), time.median(), time.p90());
  }

  private static String byHost(Insights insights) {
    return csv(
        "host,name,pending,median_age,done,silent_since",
        insights.byHost(),
        host ->
            row(
                host.host(),
                host.name(),
                host.pending(),
                host.medianAge(),
                host.done(),
                host.silentSince()));
  }

  private static <T> String csv(String header, List<T> rows, Function<T, List<?>> row) {
    return CsvText.of(List.of(header.split(",", -1)), rows.stream().map(row));
  }

  private static List<?> row(Object... values) {
    return Arrays.asList(values);
  }
}
