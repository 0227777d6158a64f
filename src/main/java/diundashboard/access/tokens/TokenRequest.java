package diundashboard.access.tokens;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.TimeParameter;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.Role;
import java.time.Instant;
import java.util.Map;

/**
 * A request to create a token.
 *
 * @param expiresAt null if the token must not expire
 */
public record TokenRequest(String name, Role role, String note, Instant expiresAt) {

  private static final int MAX_NAME_LENGTH = 100;
  private static final int MAX_NOTE_LENGTH = 2000;

  /**
   * Reads the body of a request.
   *
   * @throws InvalidInputException if a member is missing or invalid
   */
  static TokenRequest of(JsonBody body) {
    return new TokenRequest(name(body), role(body), note(body), expiry(body));
  }

  private static String name(JsonBody body) {
    var name = body.text("name").strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new InvalidInputException(
          "name",
          ProblemCode.INVALID_TOKEN_NAME,
          Map.of("max", MAX_NAME_LENGTH),
          "The name must have 1 to " + MAX_NAME_LENGTH + " characters.");
    }
    return name;
  }

  private static Role role(JsonBody body) {
    var name = body.text("role");
    return Role.of(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "role",
                    ProblemCode.UNKNOWN_ROLE,
                    Map.of("value", name),
                    "Unknown role '%s'. Use %s.".formatted(name, EnumNames.list(Role.class))));
  }

  private static String note(JsonBody body) {
    var note = body.optionalText("note").orElse("").strip();
    if (note.length() > MAX_NOTE_LENGTH) {
      throw new InvalidInputException(
          "note",
          ProblemCode.NOTE_TOO_LONG,
          Map.of("max", MAX_NOTE_LENGTH),
          "The note is longer than " + MAX_NOTE_LENGTH + " characters.");
    }
    return note;
  }

  private static Instant expiry(JsonBody body) {
    var expiry = TimeParameter.of("expires_at", body.optionalText("expires_at").orElse(null));
    if (expiry != null && !expiry.isAfter(Instant.now())) {
      throw new InvalidInputException(
          "expires_at",
          ProblemCode.EXPIRY_IN_PAST,
          Map.of(),
          "expires_at must be in the future. Omit it for a token that does not expire.");
    }
    return expiry;
  }
}
