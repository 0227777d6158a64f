package diundashboard.platform.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;

/**
 * Timestamps in TEXT columns. Written as RFC 3339 in UTC with milliseconds, which sorts as text.
 * Timestamps of the Go original are read too: its RFC 3339, SQLite's {@code datetime('now')} and
 * PostgreSQL's {@code NOW()}.
 */
public final class Timestamps {

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][X]")
          .toFormatter();

  private Timestamps() {}

  public static String format(Instant instant) {
    return WRITTEN.format(instant);
  }

  /**
   * Parses a timestamp, in UTC if it has no offset. Returns the epoch for invalid timestamps,
   * because a row with one must stay readable.
   */
  public static Instant parse(String text) {
    try {
      var moment = READ.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
      return moment instanceof OffsetDateTime at
          ? at.toInstant()
          : LocalDateTime.from(moment).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
