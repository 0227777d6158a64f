package diundashboard.platform.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A destination of messages about new updates, the settings {@code diun.channels.<name>.*}.
 *
 * @param name lower-case letters, digits and hyphens
 * @param url where messages are sent; empty for mail
 * @param token access token of ntfy and gotify; empty if none
 * @param secret the key that signs webhooks; empty if none
 * @param to mail addresses; empty for other types
 * @param priority as the destination defines it, such as {@code high} of ntfy or {@code 5} of
 *     gotify; empty for its default
 * @param filter a search; only updates that it finds are reported. Empty for all
 * @param remind after how long updates that still wait are reported again; empty for never
 * @param events what is reported
 * @param language English or German
 */
public record ChannelSettings(
    String name,
    ChannelType type,
    Optional<URI> url,
    Optional<Secret> token,
    Optional<Secret> secret,
    List<String> to,
    Optional<String> priority,
    String filter,
    ChannelSchedule schedule,
    ZoneId zone,
    Optional<Duration> remind,
    Set<ChannelEvent> events,
    Locale language) {

  /**
   * What users see instead of the destination, without secrets: its host, or the mail addresses.
   */
  public String destination() {
    return url.map(URI::getHost).orElseGet(() -> String.join(", ", to));
  }

  /**
   * Returns the error of a filter that is not a search.
   *
   * @param reason a sentence with the remedy
   */
  public String invalidFilter(String reason) {
    return ConfigReader.error(ChannelSetting.FILTER.of(name), "is not a search: " + reason);
  }

  /** The address may be secret. */
  @Override
  public String toString() {
    return name;
  }
}
