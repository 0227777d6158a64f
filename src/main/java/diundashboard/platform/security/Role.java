package diundashboard.platform.security;

import diundashboard.platform.json.EnumNames;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What somebody may do; each includes those before it. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Acknowledges, snoozes, tags, notes. */
  EDITOR,
  /** Makes tokens and rules, names and merges hosts, deletes. */
  ADMIN;

  /** As settings, JSON and the database have it, such as {@code viewer}. */
  public String value() {
    return EnumNames.of(this);
  }

  /** The role with this {@link #value()}, if there is one. */
  public static Optional<Role> of(String value) {
    return EnumNames.find(Role.class, value);
  }

  /**
   * The highest role that any of the groups has.
   *
   * @param roles by group
   */
  public static Optional<Role> highest(Collection<String> groups, Map<String, Role> roles) {
    return groups.stream().map(roles::get).filter(Objects::nonNull).max(Role::compareTo);
  }

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
