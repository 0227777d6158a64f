package diundashboard.platform.config;

/** The settings. A test compares them with the table in {@code docs/configuration.md}. */
public enum Setting implements ConfigKey {
  /** JNDI name of the DataSource. It contains the dialect: {@code sqlite} or {@code postgresql}. */
  DATASOURCE("diun.datasource", "jdbc/diun-sqlite"),

  /** JNDI name of the DataSource whose database is moved into an empty one, or empty. */
  MOVE_FROM("diun.move-from", ""),

  /**
   * Secrets that the webhook accepts in the header {@code Authorization}, comma-separated. Without
   * any it accepts every sender.
   */
  WEBHOOK_SECRET("diun.webhook.secret"),

  /** Which notifications make an acknowledged update pending again, see {@link ReopenPolicy}. */
  REOPEN("diun.reopen", "every-notification"),

  /** Where newer versions supersede pending older ones, see {@link SupersedePolicy}. */
  SUPERSEDE("diun.supersede", "workloads"),

  /** Templates of links to release notes, see {@link LinkTemplate}. */
  LINKS("diun.links", ""),

  /** Templates of commands that update workloads, see {@link CommandTemplates}. */
  COMMANDS("diun.commands", ""),

  /** How long updates are held back, see {@link HoldPolicy}. */
  HOLD("diun.hold", "none"),

  /** Retention period of the activity log in days, such as {@code 400d}. */
  RETENTION("diun.retention", "400d"),

  /** Method of authentication, see {@link AuthMode}. */
  AUTH("diun.auth", "none"),

  /** Users with a password, as {@code name:role:hash}, comma-separated or one per line. */
  USERS("diun.users"),

  /** Roles of the groups from a provider or proxy. The group {@code *} contains every user. */
  GROUPS("diun.groups", "diun-admin=admin,diun-editor=editor,diun-viewer=viewer"),

  /** URL of the OpenID Connect provider. */
  OIDC_PROVIDER("diun.oidc.provider", ""),

  /** Client id of the application at the provider. */
  OIDC_CLIENT_ID("diun.oidc.client-id", "diun-dashboard"),

  /** Client secret of the application at the provider. */
  OIDC_CLIENT_SECRET("diun.oidc.client-secret"),

  /** Claim of the provider that contains the user's groups. */
  OIDC_GROUPS_CLAIM("diun.oidc.groups-claim", "groups"),

  /** Addresses of trusted reverse proxies. */
  PROXY_ADDRESSES("diun.proxy.addresses", ""),

  /** Header of the reverse proxy that contains the user name. */
  PROXY_USER_HEADER("diun.proxy.user-header", "Remote-User"),

  /** Header of the reverse proxy that contains the user's groups. */
  PROXY_GROUPS_HEADER("diun.proxy.groups-header", "Remote-Groups"),

  /** Maximum time between requests of a session. */
  SESSION_IDLE("diun.session.idle", "8h"),

  /** Public URL of the page. */
  URL("diun.url", ""),

  /** Origins of other sites that may read. */
  CORS_ORIGINS("diun.cors.origins", ""),

  /** Secrets of individual hosts, as {@code host=secret}, comma-separated. */
  WEBHOOK_HOST_SECRETS("diun.webhook.host-secrets"),

  /** Maximum number of event streams per client address. */
  EVENTS_PER_ADDRESS("diun.events.per-address", "2000"),

  /** Who may read the metrics, see {@link MetricsAccess}. */
  METRICS("diun.metrics", "viewer"),

  /** Names of the channels, comma-separated. Each has settings of its own. */
  CHANNELS("diun.channels", "");

  private final String key;
  private final String defaultValue;
  private final boolean isSecret;

  Setting(String key, String defaultValue) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.isSecret = false;
  }

  /** A secret setting without a default. */
  Setting(String key) {
    this.key = key;
    this.defaultValue = "";
    this.isSecret = true;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String defaultValue() {
    return defaultValue;
  }

  @Override
  public boolean isSecret() {
    return isSecret;
  }
}
