package diundashboard.platform.config;

import diundashboard.platform.json.EnumNames;

/** How people are told apart. */
public enum AuthMode {
  /** Not at all: whoever reaches the application may do everything. */
  NONE,
  /** By names and passwords that the settings hold. */
  BASIC,
  /** By an OpenID Connect provider. */
  OIDC,
  /** By a reverse proxy, which tells in headers. */
  PROXY;

  /** As the setting and JSON have it, such as {@code none}. */
  public String value() {
    return EnumNames.of(this);
  }
}
