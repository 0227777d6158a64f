package diundashboard.insights;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Figures of some days. An image is pending here until it is done, also while it is snoozed.
 *
 * @param tz the time zone whose days are meant, such as {@code Europe/Berlin}
 * @param from the first day
 * @param to the last day, which is today
 * @param pending how many images were pending at the end of each day; today, how many are
 * @param byTag what is pending now, and what became done in these days, by the tags of now
 * @param byHost the same for what runs on each host
 * @param byRegistry the same for each registry
 * @param topImages what was notified of most often in these days, ten at most
 */
@JsonbPropertyOrder({
  "tz",
  "from",
  "to",
  "pending",
  "arrivals",
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
    TimeToDone daysUntilDone,
    List<TagShare> byTag,
    List<HostShare> byHost,
    List<RegistryShare> byRegistry,
    List<TopImage> topImages) {

  @JsonbPropertyOrder({"day", "count"})
  public record Day(LocalDate day, long count) {}

  /**
   * How many different images were notified of.
   *
   * @param weeks whole ones, so that the first may begin before the first day
   */
  @JsonbPropertyOrder({"days", "weeks"})
  public record Arrivals(List<Day> days, List<Week> weeks) {}

  /**
   * A week after ISO 8601.
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
   * For how long images that became done in these days had been pending, in days with two decimals;
   * null if there are none. What was undone does not count.
   *
   * @param p90 what nine in ten did not exceed, interpolated as by {@code percentile_cont}
   */
  @JsonbPropertyOrder({"median", "p90", "count"})
  public record TimeToDone(Double median, Double p90, long count) {}

  /** A share in what is pending and what became done. */
  interface Share {
    long pending();

    long done();
  }

  /**
   * The share of a tag.
   *
   * @param tag its name; null for images without one
   */
  @JsonbPropertyOrder({"tag", "pending", "done"})
  public record TagShare(String tag, long pending, long done) implements Share {}

  /**
   * The share of a host, with all that was merged into it.
   *
   * @param host its hostname; empty for a Diun that sends none
   * @param name what people call it; null if they gave it no name
   */
  @JsonbPropertyOrder({"host", "name", "pending", "done"})
  public record HostShare(String host, String name, long pending, long done) implements Share {}

  @JsonbPropertyOrder({"registry", "pending", "done"})
  public record RegistryShare(String registry, long pending, long done) implements Share {}

  @JsonbPropertyOrder({"image", "notifications"})
  public record TopImage(String image, long notifications) {}
}
