package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.AuthSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Versions of the settings that give users access: of the user's password, or of the OpenID Connect
 * provider and the roles of its groups. A session ends when its version has changed. A version does
 * not reveal the settings.
 */
@ApplicationScoped
public class SettingsVersions {

  private AuthSettings settings;

  /** For the container's proxy. */
  protected SettingsVersions() {}

  @Inject
  SettingsVersions(Settings settings) {
    this.settings = settings.signIn();
  }

  /**
   * Returns the current version for a user. Empty if the settings do not list the user.
   *
   * @param name of the user
   */
  Optional<String> of(String name) {
    return (settings.auth() == AuthMode.BASIC ? passwordOf(name) : Optional.of(groups()))
        .map(Sha256::hex);
  }

  private Optional<String> passwordOf(String name) {
    return settings.users().stream()
        .filter(user -> user.name().equals(name))
        .map(user -> user.hash().value())
        .findFirst();
  }

  private String groups() {
    return settings.openId() + " " + new TreeMap<>(settings.groups());
  }
}
