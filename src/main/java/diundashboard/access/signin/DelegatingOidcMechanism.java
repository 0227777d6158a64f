package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.http.PublicUrl;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Delegates to the server's OpenID Connect mechanism, for the redirect to the provider and for the
 * callback only. All other requests, and all requests with another {@link AuthMode}, are handled as
 * if there were no mechanism.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class DelegatingOidcMechanism implements HttpAuthenticationMechanism {

  private static final Logger LOG = System.getLogger(DelegatingOidcMechanism.class.getName());

  @Inject private CallerResolver callers;
  @Inject private PublicUrl url;
  @Inject private BeanManager beans;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    return isOidcRequest(request, context)
        ? validate(new OidcRequest(request, url.of(request)), response, context)
        : context.doNothing();
  }

  private boolean isOidcRequest(HttpServletRequest request, HttpMessageContext context) {
    return callers.auth() == AuthMode.OIDC
        && (context.isProtected() || OidcRequest.isCallback(request));
  }

  /** Forged and expired callbacks make the server's mechanism throw. They are not bugs. */
  private AuthenticationStatus validate(
      OidcRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      return serverMechanism().validateRequest(request, response, context);
    } catch (RuntimeException e) {
      if (!OidcRequest.isCallback(request)) throw e;
      LOG.log(Level.INFO, "Invalid response from the OpenID Connect provider: {0}", e.getClass());
      return context.doNothing();
    }
  }

  private HttpAuthenticationMechanism serverMechanism() {
    var bean =
        beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
            .filter(each -> each.getBeanClass() != DelegatingOidcMechanism.class)
            .findFirst()
            .orElseThrow();
    return (HttpAuthenticationMechanism)
        beans.getReference(
            bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
  }

  @Override
  public AuthenticationStatus secureResponse(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    return AuthenticationStatus.SUCCESS;
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    context.cleanClientSubject();
  }
}
