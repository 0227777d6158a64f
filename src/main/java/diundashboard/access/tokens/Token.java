package diundashboard.access.tokens;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * What is known of a token; the token itself is not.
 *
 * @param name as the activity log has it, behind {@code token:}
 * @param role a {@link diundashboard.platform.security.Role#value()}
 * @param createdBy the admin's name
 * @param expiresAt null if it is good until it is revoked
 * @param lastUsedAt to the minute; null if it was never used
 */
@JsonbPropertyOrder({
  "id",
  "name",
  "role",
  "note",
  "createdAt",
  "createdBy",
  "expiresAt",
  "lastUsedAt"
})
public record Token(
    int id,
    String name,
    String role,
    String note,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Instant lastUsedAt) {}
