package diundashboard.access.signin;

import diundashboard.platform.config.AuthSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Maps groups from a provider or proxy to roles. */
@ApplicationScoped
public class GroupRoleMapper {

  private static final int MAX_NAME_LENGTH = 200;

  private Map<String, Role> roles;

  /** For the container's proxy. */
  protected GroupRoleMapper() {}

  @Inject
  GroupRoleMapper(Settings settings) {
    this(settings.signIn().groups());
  }

  /**
   * @param roles by group
   */
  GroupRoleMapper(Map<String, Role> roles) {
    this.roles = roles;
  }

  /**
   * Returns a caller with the highest role of the groups. Empty if no group has a role, or if the
   * name is blank, longer than 200 characters or looks like a token's.
   *
   * @param groups names of groups; Keycloak sends paths, whose leading slash is optional in the
   *     settings
   */
  Optional<Caller> callerOf(String name, Collection<String> groups) {
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.startsWith(Caller.TOKEN_PREFIX)) {
      return Optional.empty();
    }
    var candidates = new ArrayList<>(groups);
    groups.stream()
        .filter(group -> group.startsWith("/"))
        .forEach(path -> candidates.add(path.substring(1)));
    candidates.add(AuthSettings.ANY_GROUP);
    return Role.highest(candidates, roles).map(role -> new Caller(name, role));
  }
}
