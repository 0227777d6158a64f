package diundashboard.security;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * What was decided about who may call a method, on it or on its class.
 *
 * @param isOpen whether everybody may
 * @param role otherwise, what they need; empty if nothing was decided, so that nobody may
 */
record Decision(boolean isOpen, Optional<Role> role) {

  static Decision of(Method method) {
    var type = method.getDeclaringClass();
    if (method.isAnnotationPresent(Needs.class)) return needs(method.getAnnotation(Needs.class));
    if (method.isAnnotationPresent(NeedsNoRole.class)) return new Decision(true, Optional.empty());
    if (type.isAnnotationPresent(Needs.class)) return needs(type.getAnnotation(Needs.class));
    return new Decision(type.isAnnotationPresent(NeedsNoRole.class), Optional.empty());
  }

  private static Decision needs(Needs needs) {
    return new Decision(false, Optional.of(needs.value()));
  }

  /**
   * Lets only those on who may.
   *
   * @throws NotAllowedException if the caller is not known, or may not
   */
  void check(CurrentCaller caller) {
    if (isOpen) return;
    caller.require(role.orElseThrow(() -> new IllegalStateException("No role was decided")));
  }
}
