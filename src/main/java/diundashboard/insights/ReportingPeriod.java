package diundashboard.insights;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import diundashboard.insights.TimeRanges.TimeRange;
import diundashboard.platform.database.Timestamps;
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

  /** Returns the days. */
  TimeRanges days() {
    return rangesOf(from, 1);
  }

  /** Returns the weeks from the Monday on or before the first day. */
  TimeRanges weeks() {
    return rangesOf(from.with(previousOrSame(MONDAY)), 7);
  }

  private TimeRanges rangesOf(LocalDate first, int length) {
    return new TimeRanges(
        Stream.iterate(first, day -> !day.isAfter(to), day -> day.plusDays(length))
            .map(day -> new TimeRange(day, startOf(day), startOf(day.plusDays(length))))
            .toList());
  }

  private String startOf(LocalDate day) {
    return Timestamps.format(day.atStartOfDay(zone).toInstant());
  }
}
