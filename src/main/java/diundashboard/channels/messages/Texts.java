package diundashboard.channels.messages;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of messages in one language. */
final class Texts {

  private static final String BUNDLE = Texts.class.getPackageName() + ".texts";

  private final Locale language;
  private final ResourceBundle texts;

  Texts(Locale language) {
    this.language = language;
    texts =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            Texts.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** Returns a text with its values. */
  String get(String key, Object... values) {
    return new MessageFormat(texts.getString(key), language).format(values);
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  /** Returns a time as people say it: the clock time of today, the day of this week, or a date. */
  String time(Instant time, Instant now, ZoneId zone) {
    return isInWeek(time, now, zone) ? timeInWeek(time, now, zone) : date(time, zone);
  }

  /** Returns a time as it follows "since". */
  String since(Instant time, Instant now, ZoneId zone) {
    return isInWeek(time, now, zone)
        ? timeInWeek(time, now, zone)
        : get("since.date", date(time, zone));
  }

  private static boolean isInWeek(Instant time, Instant now, ZoneId zone) {
    return daysBetween(time, now, zone) < 7;
  }

  private static long daysBetween(Instant time, Instant now, ZoneId zone) {
    return ChronoUnit.DAYS.between(time.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
  }

  private String timeInWeek(Instant time, Instant now, ZoneId zone) {
    return format(daysBetween(time, now, zone) < 1 ? "time.today" : "time.week", time, zone);
  }

  private String date(Instant time, ZoneId zone) {
    return format("time.date", time, zone);
  }

  private String format(String key, Instant time, ZoneId zone) {
    return DateTimeFormatter.ofPattern(texts.getString(key), language).format(time.atZone(zone));
  }
}
