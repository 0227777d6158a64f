package diundashboard.platform.security;

import diundashboard.platform.json.EnumNames;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Roles, from lowest to highest. Each includes those before it. */
public enum Role {
  /** May read. */
  VIEWER,
  /** May also acknowledge, snooze, tag and note. */
  EDITOR,
  /** May also manage tokens and rules, name and merge hosts, and delete. */
  ADMIN;

  /** The name in settings, JSON and the database, such as {@code viewer}. */
  public String value() {
    return EnumNames.of(this);
  }

  /** Returns the role with this {@link #value()}. */
  public static Optional<Role> of(String value) {
    return EnumNames.find(Role.class, value);
  }

  /**
   * Returns the highest role of the groups. Empty if none has a role.
   *
   * @param roles roles by group
   */
  public static Optional<Role> highest(Collection<String> groups, Map<String, Role> roles) {
    return groups.stream().map(roles::get).filter(Objects::nonNull).max(Role::compareTo);
  }

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
