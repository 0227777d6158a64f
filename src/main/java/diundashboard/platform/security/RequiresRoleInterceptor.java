package diundashboard.platform.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Compares at the services, whatever way led there. What needs no role asks for no caller, as a
 * timer is nobody.
 */
@RequiresRole(Role.ADMIN) // whatever the role
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
