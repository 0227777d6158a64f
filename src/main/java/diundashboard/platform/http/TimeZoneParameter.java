package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The client's time zone, which decides when a day begins: an IANA name, or an offset such as
 * {@code +05:30} or {@code UTC-3}. It may be followed by alternatives, separated by commas, because
 * a client can know zones that are newer than the Java runtime. The first known zone counts.
 */
public final class TimeZoneParameter {

  /** The zone of clients that name none. */
  public static final ZoneId DEFAULT = ZoneId.of("UTC");

  private TimeZoneParameter() {}

  /**
   * Parses zones.
   *
   * @param field name of the parameter or member
   * @throws InvalidInputException if none is known
   */
  public static ZoneId of(String field, String text) {
    return find(text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field,
                    ProblemCode.UNKNOWN_TIME_ZONE,
                    Map.of("value", text),
                    "Unknown time zone '%s'. Use an IANA name such as Europe/Berlin, or an offset such as +01:00."
                        .formatted(text)));
  }

  /** Parses zones. Returns UTC if none is known, for results that name their time zone. */
  public static ZoneId orUtc(String text) {
    return find(text).orElse(DEFAULT);
  }

  private static Optional<ZoneId> find(String text) {
    return Stream.of(text.split(",", -1)).flatMap(zone -> zoneOf(zone).stream()).findFirst();
  }

  /** A plus that is not percent-encoded in a URL arrives as a space. */
  private static Optional<ZoneId> zoneOf(String text) {
    try {
      return Optional.of(ZoneId.of(text.replace(' ', '+'), ZoneId.SHORT_IDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
