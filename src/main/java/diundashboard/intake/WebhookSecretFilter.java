package diundashboard.intake;

import diundashboard.platform.http.BodyFilter;
import diundashboard.platform.startup.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * Keeps the bodies of authenticated senders only out of those that arrive slowly. {@link
 * WebhookResource} rejects the others.
 */
public class WebhookSecretFilter implements Filter {

  @Inject private Readiness readiness;
  @Inject private WebhookSecrets secrets;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isAccepted((HttpServletRequest) request)) request.setAttribute(BodyFilter.UNWANTED, true);
    chain.doFilter(request, response);
  }

  /** Without valid settings there are no secrets. */
  private boolean isAccepted(HttpServletRequest request) {
    return readiness.isReady()
        && secrets.isAccepted(
            request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr());
  }
}
