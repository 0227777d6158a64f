package diundashboard.platform.config;

import java.util.Locale;

/** A key that the application reads from the configuration. */
interface ConfigKey {

  String key();

  /** The value if the key is not set, may be empty. */
  String defaultValue();

  /** Returns true if the value is never shown. It may be read from a file. */
  boolean isSecret();

  /** The environment variable that MicroProfile Config reads for the key. */
  default String environmentName() {
    return environmentName(key());
  }

  /** The environment variable that MicroProfile Config reads for a key. */
  static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
