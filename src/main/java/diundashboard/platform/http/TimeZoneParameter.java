package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zones of clients, by which a day begins. */
public final class TimeZoneParameter {

  private TimeZoneParameter() {}

  /**
   * Reads a name of the IANA's, or an offset.
   *
   * @param field what the text is called where it comes from
   * @throws InvalidInputException if there is no such zone
   */
  public static ZoneId of(String field, String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          field, "There is no time zone '" + text + "'; give one as in Europe/Berlin or +01:00.");
    }
  }
}
