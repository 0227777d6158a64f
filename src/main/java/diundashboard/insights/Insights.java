package diundashboard.insights;

import diundashboard.images.ActionStamp;
import diundashboard.versions.ChangeView;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Statistics of a period. Snoozed images count as pending.
 *
 * @param tz time zone that decides when a day begins, such as {@code Europe/Berlin}
 * @param from the first day
 * @param to the last day: today
 * @param mostUrgent pending images, without snoozed ones: the major updates first, then by age; at
 *     most ten
 * @param pending number of pending images at the end of each day; for today, at this moment
 * @param stillPending the images that are pending now, by what the update changes; null if too many
 *     images exist to keep them in memory
 * @param weeks how many images became pending and done in each week
 * @param arrivals number of images with notifications, by day and by week
 * @param waiting number of images that are pending now, without snoozed ones, by the day since when
 * @param daysUntilDone how long images were pending before they became done
 * @param doneBy who made images done, most first
 * @param byKind images that are pending now, and images that became done in the period and still
 *     are, by what the update changes
 * @param byTag the same by current tag
 * @param byHost the same by host
 * @param byRegistry the same by registry
 * @param topImages the images with the most notifications in the period, at most ten
 */
@JsonbPropertyOrder({
  "tz",
  "from",
  "to",
  "mostUrgent",
  "pending",
  "stillPending",
  "weeks",
  "arrivals",
  "waiting",
  "daysUntilDone",
  "doneBy",
  "byKind",
  "byTag",
  "byHost",
  "byRegistry",
  "topImages"
})
public record Insights(
    String tz,
    LocalDate from,
    LocalDate to,
    List<UrgentImage> mostUrgent,
    List<Day> pending,
    List<StillPending> stillPending,
    List<WeekProgress> weeks,
    Arrivals arrivals,
    List<Day> waiting,
    TimeToDone daysUntilDone,
    List<DoneBy> doneBy,
    List<KindShare> byKind,
    List<TagShare> byTag,
    List<HostShare> byHost,
    List<RegistryShare> byRegistry,
    List<TopImage> topImages) {

  /**
   * A pending image.
   *
   * @param hosts where it is pending
   */
  @JsonbPropertyOrder({"image", "change", "pendingSince", "hosts"})
  public record UrgentImage(
      String image, ChangeView change, Instant pendingSince, List<NamedHost> hosts) {}

  /**
   * A host.
   *
   * @param name the name that users gave it; null if none
   */
  @JsonbPropertyOrder({"host", "name"})
  public record NamedHost(String host, String name) {

    /** Returns the name, or the hostname if it has none. */
    String label() {
      return name == null ? host : name;
    }
  }

  @JsonbPropertyOrder({"day", "count"})
  public record Day(LocalDate day, long count) {}

  /**
   * The images of a kind that are pending now. An image with several kinds counts with the
   * riskiest.
   *
   * @param kind major, minor, patch, rebuild, new or unknown
   * @param days for each day, the number of those that are pending since that day or an earlier one
   */
  @JsonbPropertyOrder({"kind", "days"})
  public record StillPending(String kind, List<Day> days) {}

  /**
   * Numbers of distinct images with notifications.
   *
   * @param weeks whole weeks, so the first may begin before the first day
   */
  @JsonbPropertyOrder({"days", "weeks"})
  public record Arrivals(List<Day> days, List<Week> weeks) {}

  /**
   * An ISO 8601 week.
   *
   * @param week such as {@code 2026-W47}
   * @param from its Monday
   */
  @JsonbPropertyOrder({"week", "from", "count"})
  public record Week(String week, LocalDate from, long count) {

    static Week of(Day monday) {
      return new Week(nameOf(monday.day()), monday.day(), monday.count());
    }

    static String nameOf(LocalDate day) {
      var date = DateTimeFormatter.ISO_WEEK_DATE.format(day);
      return date.substring(0, date.lastIndexOf('-'));
    }
  }

  /**
   * The days of the period in an ISO 8601 week.
   *
   * @param from the first of these days
   * @param opened number of times that an image became pending, by a notification or an import
   * @param done number of times that an image became done, see {@link TimeToDone}
   * @param pending number of pending images at the end of the last of these days
   */
  @JsonbPropertyOrder({"week", "from", "opened", "done", "pending"})
  public record WeekProgress(String week, LocalDate from, long opened, long done, long pending) {}

  /**
   * How long images were pending before they became done, in days with two decimals. Actions that
   * were undone do not count.
   *
   * @param median null if there are none
   * @param p90 the 90th percentile, interpolated like {@code percentile_cont}; null if there are
   *     none
   * @param count number of times that an image became done
   */
  @JsonbPropertyOrder({"median", "p90", "count"})
  public record TimeToDone(Double median, Double p90, long count) {}

  /**
   * How many images a caller made done.
   *
   * @param actor name of a user, {@code token:} and the name of a token, or {@link
   *     ActionStamp#SUPERSEDED}; null if authentication was off
   */
  @JsonbPropertyOrder({"actor", "count"})
  public record DoneBy(String actor, long count) {}

  /**
   * Numbers of pending images, and of images that became done and still are, with the time that
   * these took. It is unknown for some places of an image that is pending again on other hosts.
   */
  interface Share {
    long pending();

    long done();

    TimeToDone daysUntilDone();
  }

  /**
   * The images with a kind of change.
   *
   * @param kind major, minor, patch, rebuild, new or unknown
   */
  @JsonbPropertyOrder({"kind", "pending", "done", "daysUntilDone"})
  public record KindShare(String kind, long pending, long done, TimeToDone daysUntilDone)
      implements Share {}

  /**
   * The images with a tag.
   *
   * @param tag name of the tag; null for images without one
   */
  @JsonbPropertyOrder({"tag", "pending", "done", "daysUntilDone"})
  public record TagShare(String tag, long pending, long done, TimeToDone daysUntilDone)
      implements Share {}

  /**
   * The images on a host and on all hosts that are merged into it.
   *
   * @param host its hostname; empty for a Diun that sends none
   * @param name the name that users gave it; null if none
   * @param medianAge median age of its pending images, in days; null without pending images, or if
   *     too many images exist to keep them in memory
   * @param silentSince its last sign of life; null unless it is silent
   */
  @JsonbPropertyOrder({
    "host",
    "name",
    "pending",
    "done",
    "daysUntilDone",
    "medianAge",
    "silentSince"
  })
  public record HostShare(
      String host,
      String name,
      long pending,
      long done,
      TimeToDone daysUntilDone,
      Double medianAge,
      Instant silentSince)
      implements Share {}

  @JsonbPropertyOrder({"registry", "pending", "done", "daysUntilDone"})
  public record RegistryShare(String registry, long pending, long done, TimeToDone daysUntilDone)
      implements Share {}

  @JsonbPropertyOrder({"image", "notifications"})
  public record TopImage(String image, long notifications) {}
}
