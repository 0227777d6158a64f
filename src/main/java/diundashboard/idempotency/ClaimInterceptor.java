package diundashboard.idempotency;

import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;

/**
 * Claims the key of the current request in each transaction of a service, before it changes
 * anything. Public methods have no key: timers and the webhook call them.
 */
@RequiresRole(Role.ADMIN) // binds to every role, because the value is @Nonbinding
@Interceptor
@Priority(Interceptor.Priority.APPLICATION + 1)
public class ClaimInterceptor {

  @Inject private KeyedRequest request;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @AroundInvoke
  Object claim(InvocationContext call) throws Exception {
    if (isLast(call)
        && !call.getMethod().isAnnotationPresent(Public.class)
        && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
      request.claim();
    }
    return call.proceed();
  }

  private static boolean isLast(InvocationContext call) {
    if (call.getMethod().getParameterCount() == 0) return true; // Payara has null parameters then
    return Arrays.stream(call.getParameters())
        .allMatch(each -> !(each instanceof Part part) || part.isLast());
  }
}
