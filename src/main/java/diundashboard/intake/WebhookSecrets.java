package diundashboard.intake;

import diundashboard.platform.config.Secret;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.BearerToken;
import diundashboard.platform.http.FailureRateLimiter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Authenticates senders of notifications by their webhook secret. */
@Dependent
public class WebhookSecrets {

  /** The rate limit of webhook secrets. */
  private static final String LIMIT = "webhook";

  @Inject private Settings settings;
  @Inject private FailureRateLimiter limiter;

  /** Returns true if secrets are set, so that every sender needs one. */
  public boolean areRequired() {
    return !settings.webhookSecrets().isEmpty() || !settings.hostSecrets().isEmpty();
  }

  /**
   * Returns true if {@link #hostOf} would authenticate a sender, without counting a failure. A
   * sender that exceeds the rate limit learns nothing.
   */
  boolean isAccepted(String authorization, String address) {
    if (!areRequired()) return true;
    var sent = Objects.requireNonNullElse(authorization, "");
    return !limiter.mustWait(LIMIT, address)
        && Stream.concat(
                settings.webhookSecrets().stream(), settings.hostSecrets().values().stream())
            .anyMatch(each -> matches(each, sent));
  }

  /**
   * Authenticates a sender.
   *
   * @param authorization the header {@code Authorization}, or null
   * @param address IP address of the sender
   * @return the only host that the sender may report for; empty for all hosts
   * @throws InvalidWebhookSecretException if secrets are set and the sender has none of them
   */
  public Optional<String> hostOf(String authorization, String address) {
    if (!areRequired()) return Optional.empty();
    var sent = Objects.requireNonNullElse(authorization, "");
    limiter.begin(LIMIT, address, sent);
    var isForAllHosts = settings.webhookSecrets().stream().anyMatch(each -> matches(each, sent));
    var host =
        settings.hostSecrets().entrySet().stream()
            .filter(each -> matches(each.getValue(), sent))
            .map(Map.Entry::getKey)
            .findFirst();
    if (!isForAllHosts && host.isEmpty()) {
      throw new InvalidWebhookSecretException(
          sent.isBlank() ? RejectionReason.MISSING_SECRET : RejectionReason.WRONG_SECRET);
    }
    limiter.trust(LIMIT, address);
    return isForAllHosts ? Optional.empty() : host;
  }

  /** Compares in constant time, with and without "Bearer". */
  private static boolean matches(Secret secret, String sent) {
    return secret.matches(sent) || secret.matches(BearerToken.of(sent).orElse(sent));
  }
}
