package diundashboard.platform.security;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * What was decided about who may call a method, on it or on its class.
 *
 * @param isOpen whether everybody may
 * @param role otherwise, what they need; empty if nothing was decided, so that nobody may
 */
record AccessRule(boolean isOpen, Optional<Role> role) {

  static AccessRule of(Method method) {
    var type = method.getDeclaringClass();
    if (method.isAnnotationPresent(RequiresRole.class))
      return needs(method.getAnnotation(RequiresRole.class));
    if (method.isAnnotationPresent(Public.class)) return new AccessRule(true, Optional.empty());
    if (type.isAnnotationPresent(RequiresRole.class))
      return needs(type.getAnnotation(RequiresRole.class));
    return new AccessRule(type.isAnnotationPresent(Public.class), Optional.empty());
  }

  private static AccessRule needs(RequiresRole needs) {
    return new AccessRule(false, Optional.of(needs.value()));
  }

  /**
   * Lets only those on who may.
   *
   * @throws AccessDeniedException if the caller is not known, or may not
   */
  void check(CurrentCaller caller) {
    if (isOpen) return;
    caller.require(role.orElseThrow(() -> new IllegalStateException("No role was decided")));
  }
}
