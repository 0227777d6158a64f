package diundashboard.insights;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import diundashboard.platform.database.Timestamps;
import jakarta.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * The days that figures are about, as the clocks of a time zone show them: where these are set
 * forward or back, a day has 23 or 25 hours.
 *
 * @param from the first day
 * @param to the last day
 */
record ReportingPeriod(ZoneId zone, LocalDate from, LocalDate to) {

  /** So many days up to and with today. */
  static ReportingPeriod of(ZoneId zone, int days, Instant now) {
    var today = now.atZone(zone).toLocalDate();
    return new ReportingPeriod(zone, today.minusDays(days - 1L), today);
  }

  /** When the first day begins. */
  String start() {
    return startOf(from);
  }

  /**
   * Each day, as a JSON array of its date, the moment it begins and the moment it ends, which is
   * the next one's first.
   */
  String days() {
    return rangesOf(from, 1);
  }

  /** Each week, from the Monday on or before the first day, as {@link #days()} has days. */
  String weeks() {
    return rangesOf(from.with(previousOrSame(MONDAY)), 7);
  }

  private String rangesOf(LocalDate first, int length) {
    var ranges = Json.createArrayBuilder();
    Stream.iterate(first, day -> !day.isAfter(to), day -> day.plusDays(length))
        .forEach(
            day ->
                ranges.add(
                    Json.createArrayBuilder()
                        .add(day.toString())
                        .add(startOf(day))
                        .add(startOf(day.plusDays(length)))));
    return ranges.build().toString();
  }

  private String startOf(LocalDate day) {
    return Timestamps.format(day.atStartOfDay(zone).toInstant());
  }
}
