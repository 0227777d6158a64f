package diundashboard.holds;

import diundashboard.platform.config.HoldPolicy;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;
import java.util.Optional;

/** Reads from request bodies how long new digests are held back. */
public final class HoldParser {

  /** More than one time for each kind. */
  private static final int MAX_LENGTH = 100;

  private HoldParser() {}

  /**
   * Reads the member {@code hold}, without whitespace. Empty if it is null or absent.
   *
   * @throws InvalidInputException if {@link HoldPolicy} does not accept it
   */
  public static Optional<String> of(JsonBody body) {
    return body.optionalText("hold").map(HoldParser::parse);
  }

  private static String parse(String text) {
    var hold = text.replaceAll("\\s", "");
    if (hold.length() <= MAX_LENGTH && HoldPolicy.parse(hold).isPresent()) return hold;
    throw new InvalidInputException(
        "hold",
        ProblemCode.INVALID_HOLD,
        Map.of("value", text),
        "Invalid time '%s'. Use a time of at most 365d such as 2d, times by kind such as minor:2d,major:14d, or none."
            .formatted(text));
  }
}
