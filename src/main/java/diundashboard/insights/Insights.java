package diundashboard.insights;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Statistics of a period. Snoozed images count as pending.
 *
 * @param tz time zone that decides when a day begins, such as {@code Europe/Berlin}
 * @param from the first day
 * @param to the last day: today
 * @param pending number of pending images at the end of each day; for today, at this moment
 * @param arrivals number of images with notifications, by day and by week
 * @param waiting number of images that are pending now, without snoozed ones, by the day since when
 * @param daysUntilDone how long images were pending before they became done
 * @param byTag images that are pending now, and images that became done in the period, by current
 *     tag
 * @param byHost the same by host
 * @param byRegistry the same by registry
 * @param topImages the images with the most notifications in the period, at most ten
 */
@JsonbPropertyOrder({
  "tz",
  "from",
  "to",
  "pending",
  "arrivals",
  "waiting",
  "daysUntilDone",
  "byTag",
  "byHost",
  "byRegistry",
  "topImages"
})
public record Insights(
    String tz,
    LocalDate from,
    LocalDate to,
    List<Day> pending,
    Arrivals arrivals,
    List<Day> waiting,
    TimeToDone daysUntilDone,
    List<TagShare> byTag,
    List<HostShare> byHost,
    List<RegistryShare> byRegistry,
    List<TopImage> topImages) {

  @JsonbPropertyOrder({"day", "count"})
  public record Day(LocalDate day, long count) {}

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
      var day = DateTimeFormatter.ISO_WEEK_DATE.format(monday.day());
      return new Week(day.substring(0, day.lastIndexOf('-')), monday.day(), monday.count());
    }
  }

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

  /** Numbers of pending images and of images that became done, for one tag, host or registry. */
  interface Share {
    long pending();

    long done();
  }

  /**
   * The images with a tag.
   *
   * @param tag name of the tag; null for images without one
   */
  @JsonbPropertyOrder({"tag", "pending", "done"})
  public record TagShare(String tag, long pending, long done) implements Share {}

  /**
   * The images on a host and on all hosts that are merged into it.
   *
   * @param host its hostname; empty for a Diun that sends none
   * @param name the name that users gave it; null if none
   */
  @JsonbPropertyOrder({"host", "name", "pending", "done"})
  public record HostShare(String host, String name, long pending, long done) implements Share {}

  @JsonbPropertyOrder({"registry", "pending", "done"})
  public record RegistryShare(String registry, long pending, long done) implements Share {}

  @JsonbPropertyOrder({"image", "notifications"})
  public record TopImage(String image, long notifications) {}
}
