package diundashboard.platform.config;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When a channel sends: at once, hourly, daily or weekly. */
public sealed interface ChannelSchedule {

  /** The text of {@link AtOnce} and {@link Hourly}, and the first word of the others. */
  Pattern TEXT =
      Pattern.compile(
          "at-once|hourly|daily (?<day>\\d\\d:\\d\\d)|weekly (?<weekday>[a-z]{3}) (?<week>\\d\\d:\\d\\d)");

  /** A minute after the first report, together with what follows in that minute. */
  record AtOnce() implements ChannelSchedule {

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
      return Optional.empty();
    }

    @Override
    public String text() {
      return "at-once";
    }
  }

  /** At each full hour. */
  record Hourly() implements ChannelSchedule {

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
      return Optional.of(after.atZone(zone).truncatedTo(HOURS).plusHours(1).toInstant());
    }

    @Override
    public String text() {
      return "hourly";
    }
  }

  /** Once a day, in the time zone of the channel. */
  record Daily(LocalTime at) implements ChannelSchedule {

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
      var today = after.atZone(zone).toLocalDate();
      return first(after, Stream.of(today, today.plusDays(1)), at, zone);
    }

    @Override
    public String text() {
      return "daily " + at;
    }
  }

  /** Once a week, in the time zone of the channel. */
  record Weekly(DayOfWeek day, LocalTime at) implements ChannelSchedule {

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
      var date = after.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(day));
      return first(after, Stream.of(date, date.plusWeeks(1)), at, zone);
    }

    @Override
    public String text() {
      return "weekly %s %s".formatted(shortName(day), at);
    }
  }

  /**
   * Returns the first moment of the schedule after another one. A time that daylight saving time
   * skips is later by the hour that is skipped, and of a time that it repeats the first one counts.
   *
   * @return empty if the schedule has no moments, because it sends at once
   */
  Optional<Instant> next(Instant after, ZoneId zone);

  /** The schedule as in the settings, such as {@code daily 08:00}. */
  String text();

  /** Parses a schedule as in the settings. Empty if it is invalid. */
  static Optional<ChannelSchedule> parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) return Optional.empty();
    if (text.equals("at-once")) return Optional.of(new AtOnce());
    if (text.equals("hourly")) return Optional.of(new Hourly());
    if (parts.group("day") != null) return time(parts.group("day")).map(Daily::new);
    return Stream.of(DayOfWeek.values())
        .filter(day -> shortName(day).equals(parts.group("weekday")))
        .findFirst()
        .flatMap(day -> time(parts.group("week")).map(at -> new Weekly(day, at)));
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String shortName(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static Optional<Instant> first(
      Instant after, Stream<LocalDate> dates, LocalTime at, ZoneId zone) {
    return dates
        .map(date -> date.atTime(at).atZone(zone).toInstant())
        .filter(moment -> moment.isAfter(after))
        .findFirst();
  }
}
