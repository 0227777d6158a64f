package diundashboard.images;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The build time of an image. */
public final class BuildTime {

  /**
   * Docker's first release. An earlier time is not a build time: Go's zero time, or a constant of
   * reproducible builds, such as the first second of 1970.
   */
  private static final Instant EARLIEST = Instant.parse("2013-03-20T00:00:00Z");

  /**
   * Go's {@code Time.String()}, such as {@code 2026-05-01 10:00:00.5 +0200 CEST m=+0.1}, as scripts
   * receive it from Diun.
   */
  private static final Pattern GO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) ([+-]\\d\\d)(\\d\\d)(?: [A-Z0-9+-]+)?(?: m=[+-][\\d.]+)?");

  private BuildTime() {}

  /**
   * Returns a build time in the format of RFC 3339. Empty if it is unknown: before 20 March 2013,
   * or in another format than RFC 3339 and Go's own.
   *
   * @param text the time as sent or stored; RFC 3339 is returned unchanged
   */
  public static Optional<String> of(String text) {
    var go = GO.matcher(text);
    return go.matches()
        ? known(go.replaceFirst("$1T$2$3:$4")).map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
        : known(text).map(time -> text);
  }

  private static Optional<OffsetDateTime> known(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text))
          .filter(time -> !time.toInstant().isBefore(EARLIEST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
