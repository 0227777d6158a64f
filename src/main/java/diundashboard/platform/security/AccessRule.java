package diundashboard.platform.security;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * The access rule of a method, from its annotations or those of its class.
 *
 * @param isPublic whether every caller is allowed
 * @param role otherwise the required role; empty if neither the method nor the class has an
 *     annotation
 */
record AccessRule(boolean isPublic, Optional<Role> role) {

  private static final AccessRule PUBLIC = new AccessRule(true, Optional.empty());

  static AccessRule of(Method method) {
    var type = method.getDeclaringClass();
    if (method.isAnnotationPresent(RequiresRole.class))
      return requires(method.getAnnotation(RequiresRole.class));
    if (method.isAnnotationPresent(Public.class)) return PUBLIC;
    if (type.isAnnotationPresent(RequiresRole.class))
      return requires(type.getAnnotation(RequiresRole.class));
    return new AccessRule(type.isAnnotationPresent(Public.class), Optional.empty());
  }

  private static AccessRule requires(RequiresRole annotation) {
    return new AccessRule(false, Optional.of(annotation.value()));
  }

  /**
   * Checks the role of the caller.
   *
   * @throws AccessDeniedException if the caller is unauthenticated or has a lower role
   */
  void check(CurrentCaller caller) {
    if (isPublic) return;
    caller.require(
        role.orElseThrow(() -> new IllegalStateException("The method has no access rule")));
  }
}
