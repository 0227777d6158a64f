package diundashboard.platform.config;

import diundashboard.platform.json.EnumNames;

/** Methods of authentication. */
public enum AuthMode {
  /** Authentication is off: every client has full access. */
  NONE,
  /** By name and password from the settings. */
  BASIC,
  /** By an OpenID Connect provider. */
  OIDC,
  /** By a reverse proxy that sends the user name in a header. */
  PROXY;

  /** The name in the setting and in JSON, such as {@code none}. */
  public String value() {
    return EnumNames.of(this);
  }
}
