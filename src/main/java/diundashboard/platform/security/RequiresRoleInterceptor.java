package diundashboard.platform.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Checks the role on service methods. Public methods do not access the caller, because timers have
 * none.
 */
@RequiresRole(Role.ADMIN) // binds to every role, because the value is @Nonbinding
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RequiresRoleInterceptor {

  @Inject private CurrentCaller caller;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    AccessRule.of(call.getMethod()).check(caller);
    return call.proceed();
  }
}
