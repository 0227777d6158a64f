package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.http.ForwardedHeaders;
import diundashboard.platform.startup.StartupSequence;
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
 * Lets the server's OpenID Connect mechanism do what only it can: send somebody to the provider,
 * and take them back from there. All else, and with other settings everything, is no matter of the
 * server's, which so behaves as if there were no mechanism.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class DelegatingOidcMechanism implements HttpAuthenticationMechanism {

  private static final Logger LOG = System.getLogger(DelegatingOidcMechanism.class.getName());

  @Inject private StartupSequence migrations;
  @Inject private CallerResolver callers;
  @Inject private ForwardedHeaders surroundings;
  @Inject private BeanManager beans;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    return isItsMatter(request, context)
        ? validated(new OidcRequest(request, surroundings.url()), response, context)
        : context.doNothing();
  }

  /** What was made up by somebody, or is of a session that has ended, is no fault of ours. */
  private AuthenticationStatus validated(
      OidcRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      return openId().validateRequest(request, response, context);
    } catch (RuntimeException e) {
      if (!OidcRequest.isAnswer(request)) throw e;
      LOG.log(Level.INFO, "What comes from the provider cannot be used: {0}", e.getClass());
      return context.doNothing();
    }
  }

  private boolean isItsMatter(HttpServletRequest request, HttpMessageContext context) {
    return migrations.fault().isEmpty()
        && callers.auth() == AuthMode.OIDC
        && (context.isProtected() || OidcRequest.isAnswer(request));
  }

  private HttpAuthenticationMechanism openId() {
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
