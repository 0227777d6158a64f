package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The client's time zone, which decides when a day begins. */
public final class TimeZoneParameter {

  private TimeZoneParameter() {}

  /**
   * Parses an IANA name or an offset.
   *
   * @param field name of the parameter or member
   * @throws InvalidInputException if the zone is unknown
   */
  public static ZoneId of(String field, String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          field,
          "Unknown time zone '%s'. Use an IANA name such as Europe/Berlin, or an offset such as +01:00."
              .formatted(text));
    }
  }
}
