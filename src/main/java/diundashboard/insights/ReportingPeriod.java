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
 * A period of days in a time zone. A day has 23 or 25 hours when daylight saving time begins or
 * ends.
 *
 * @param from the first day
 * @param to the last day
 */
record ReportingPeriod(ZoneId zone, LocalDate from, LocalDate to) {

  /** Returns the period of the last days, including today. */
  static ReportingPeriod of(ZoneId zone, int days, Instant now) {
    var today = now.atZone(zone).toLocalDate();
    return new ReportingPeriod(zone, today.minusDays(days - 1L), today);
  }

  /** Returns the start of the first day as a timestamp. */
  String start() {
    return startOf(from);
  }

  /**
   * Returns each day as a JSON array of its date, its start and its end, which is the start of the
   * next day.
   */
  String days() {
    return rangesOf(from, 1);
  }

  /** Returns each week like {@link #days()}, from the Monday on or before the first day. */
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
