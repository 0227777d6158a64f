package diundashboard.platform.config;

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
  WEBHOOK_SECRET("diun.webhook.secret"),

  /** What makes an acknowledged update pending again, see {@link ReopenPolicy}. */
  REOPEN("diun.reopen", "every-notification"),

  /** For how many days activity and changes are kept, such as {@code 400d}. */
  RETENTION("diun.retention", "400d"),

  /** How people are told apart, see {@link AuthMode}. */
  AUTH("diun.auth", "none"),

  /** Who signs in with a password: {@code name:role:hash}, separated by commas or lines. */
  USERS("diun.users"),

  /** The roles of groups that a provider or proxy tells; {@code *} is everybody. */
  GROUPS("diun.groups", "diun-admin=admin,diun-editor=editor,diun-viewer=viewer"),

  /** The OpenID Connect provider. */
  OIDC_PROVIDER("diun.oidc.provider", ""),

  /** What the provider calls this application. */
  OIDC_CLIENT_ID("diun.oidc.client-id", "diun-dashboard"),

  /** What the provider knows this application by. */
  OIDC_CLIENT_SECRET("diun.oidc.client-secret"),

  /** The claim in which the provider tells groups. */
  OIDC_GROUPS_CLAIM("diun.oidc.groups-claim", "groups"),

  /** Addresses of reverse proxies, whose headers are believed. */
  PROXY_ADDRESSES("diun.proxy.addresses", ""),

  /** The header in which a proxy tells who somebody is. */
  PROXY_USER_HEADER("diun.proxy.user-header", "Remote-User"),

  /** The header in which a proxy tells somebody's groups. */
  PROXY_GROUPS_HEADER("diun.proxy.groups-header", "Remote-Groups"),

  /** After how long without a request a session ends. */
  SESSION_IDLE("diun.session.idle", "8h"),

  /** Where people reach the page. */
  URL("diun.url", ""),

  /** Origins of other sites whose pages may read. */
  CORS_ORIGINS("diun.cors.origins", ""),

  /** Secrets of single hosts, as {@code host=secret}, separated by commas. */
  WEBHOOK_HOST_SECRETS("diun.webhook.host-secrets"),

  /** How many streams of events one address may have. */
  EVENTS_PER_ADDRESS("diun.events.per-address", "2000");

  private final String key;
  private final String defaultValue;
  private final boolean isSecret;

  Setting(String key, String defaultValue) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.isSecret = false;
  }

  /** A secret. */
  Setting(String key) {
    this.key = key;
    this.defaultValue = "";
    this.isSecret = true;
  }

  public String key() {
    return key;
  }

  /** What counts where nothing is set; empty for nothing. */
  public String defaultValue() {
    return defaultValue;
  }

  /** Whether nobody is to be told; such a setting can be in a file. */
  public boolean isSecret() {
    return isSecret;
  }

  /** The environment variable that MicroProfile Config reads for the key. */
  public String environmentName() {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
