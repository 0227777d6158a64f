package diundashboard.settings;

import java.util.Locale;

/** The keys that the application reads; the README's table is held against them by a test. */
public enum Setting {
  /**
   * JNDI name of the DataSource; its text names the dialect, {@code sqlite} or {@code postgresql}.
   */
  DATASOURCE("diun.datasource", "jdbc/diun-sqlite"),

  /**
   * Secrets that the webhook accepts as {@code Authorization}, separated by commas; none: all may
   * send.
   */
  WEBHOOK_SECRET("diun.webhook.secret", ""),

  /** What makes an acknowledged update pending again, see {@link Reopen}. */
  REOPEN("diun.reopen", "every-notification"),

  /** For how many days activity and changes are kept, such as {@code 400d}. */
  RETENTION("diun.retention", "400d");

  private final String key;
  private final String defaultValue;

  Setting(String key, String defaultValue) {
    this.key = key;
    this.defaultValue = defaultValue;
  }

  public String key() {
    return key;
  }

  /** What counts where nothing is set; empty for nothing. */
  public String defaultValue() {
    return defaultValue;
  }

  /** The environment variable that MicroProfile Config reads for the key. */
  public String environmentName() {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
