package diundashboard.platform.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Checks the role on resources before the request body is read. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RequiresRoleFilter implements ContainerRequestFilter {

  @Context private ResourceInfo resource;
  @Inject private CurrentCaller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.OPTIONS)) return; // the server lists the methods
    AccessRule.of(resource.getResourceMethod()).check(caller);
  }
}
