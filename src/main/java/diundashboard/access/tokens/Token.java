package diundashboard.access.tokens;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * An API token without its secret.
 *
 * @param name unique name; in the activity log it follows {@code token:}
 * @param role a {@link diundashboard.platform.security.Role#value()}
 * @param createdBy name of the administrator who created it
 * @param expiresAt null if it does not expire
 * @param lastUsedAt accurate to one minute; null if it was never used
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
