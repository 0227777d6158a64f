package diundashboard.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Asks for a password: many feed readers do not send theirs before they are asked. */
@Provider
@BasicChallenge
public class BasicChallengeFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode()) {
      response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"DiunDashboard\"");
    }
  }
}
