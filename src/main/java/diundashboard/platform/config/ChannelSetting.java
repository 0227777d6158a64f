package diundashboard.platform.config;

/**
 * The settings of each channel, {@code diun.channels.<name>.*}. A test compares them with the table
 * in {@code docs/configuration.md}.
 */
enum ChannelSetting {
  /** A {@link ChannelType} in lower case. */
  TYPE("type", ""),

  /** Where messages are sent. Paths of chat services are secrets. */
  URL("url"),

  /** Access token of ntfy and gotify. */
  TOKEN("token"),

  /** The key that signs webhooks. */
  SECRET("secret"),

  /** Mail addresses, comma-separated. */
  TO("to", ""),

  /** As the destination defines it. */
  PRIORITY("priority", ""),

  /** A search. */
  FILTER("filter", ""),

  /** See {@link ChannelSchedule}. */
  SCHEDULE("schedule", "at-once"),

  /** Time zone of the schedule. */
  ZONE("tz", "UTC"),

  /** After how many days updates that still wait are reported again. */
  REMIND("remind", "none"),

  /** See {@link ChannelEvent}. */
  EVENTS("events", "updates,silent"),

  /** Of the messages. */
  LANGUAGE("language", "en");

  static final String PREFIX = "diun.channels.";

  private final String name;
  private final String defaultValue;
  private final boolean isSecret;

  ChannelSetting(String name, String defaultValue) {
    this.name = name;
    this.defaultValue = defaultValue;
    this.isSecret = false;
  }

  /** A secret setting without a default. */
  ChannelSetting(String name) {
    this.name = name;
    this.defaultValue = "";
    this.isSecret = true;
  }

  /** Returns the setting of a channel. */
  ConfigKey of(String channel) {
    return new Key(PREFIX + channel + "." + name, defaultValue, isSecret);
  }

  private record Key(String key, String defaultValue, boolean isSecret) implements ConfigKey {}
}
