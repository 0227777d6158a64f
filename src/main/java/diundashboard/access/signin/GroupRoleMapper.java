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

/** Gives those their roles of whom others tell the groups. */
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

  GroupRoleMapper(Map<String, Role> roles) {
    this.roles = roles;
  }

  /**
   * Somebody with the highest role of any of their groups; nobody if they have none, or a name that
   * could be taken for a token's. Keycloak tells groups as paths, whose first slash may be left out
   * in the settings.
   */
  Optional<Caller> callerOf(String name, Collection<String> groups) {
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.startsWith(Caller.TOKEN)) {
      return Optional.empty();
    }
    var all = new ArrayList<>(groups);
    groups.stream()
        .filter(group -> group.startsWith("/"))
        .forEach(path -> all.add(path.substring(1)));
    all.add(AuthSettings.ANY_GROUP);
    return Role.highest(all, roles).map(role -> new Caller(name, role));
  }
}
