package diundashboard.access.tokens;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.TimeParameter;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.security.Role;
import java.time.Instant;

/**
 * A token that somebody wants.
 *
 * @param expiresAt null if it is to be good until it is revoked
 */
public record TokenRequest(String name, Role role, String note, Instant expiresAt) {

  private static final int MAX_NAME_LENGTH = 100;
  private static final int MAX_NOTE_LENGTH = 2000;

  /**
   * Reads what a request gives.
   *
   * @throws InvalidInputException if it gives no name or role, or a time that is over
   */
  static TokenRequest of(JsonBody body) {
    return new TokenRequest(name(body), role(body), note(body), expiry(body));
  }

  private static String name(JsonBody body) {
    var name = body.text("name").strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new InvalidInputException(
          "name",
          "The name is empty or longer than " + MAX_NAME_LENGTH + " characters; give another one.");
    }
    return name;
  }

  private static Role role(JsonBody body) {
    return Role.of(body.text("role"))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "role", "There is no such role; give viewer, editor or admin."));
  }

  private static String note(JsonBody body) {
    var note = body.optionalText("note").orElse("").strip();
    if (note.length() > MAX_NOTE_LENGTH) {
      throw new InvalidInputException(
          "note", "The note is longer than " + MAX_NOTE_LENGTH + " characters; shorten it.");
    }
    return note;
  }

  private static Instant expiry(JsonBody body) {
    var expiry = TimeParameter.of("expires_at", body.optionalText("expires_at").orElse(null));
    if (expiry != null && !expiry.isAfter(Instant.now())) {
      throw new InvalidInputException(
          "expires_at", "The token would be over already; give a time to come, or none.");
    }
    return expiry;
  }
}
