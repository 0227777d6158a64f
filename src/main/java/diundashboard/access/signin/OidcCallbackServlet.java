package diundashboard.access.signin;

import diundashboard.platform.http.PlainResponses;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.Public;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/**
 * {@code /callback}: the redirect URI of OpenID Connect. The server's mechanism has processed the
 * protocol before the request arrives here. This servlet replaces the mechanism's session by one of
 * the application.
 */
@WebServlet(OidcClientSettings.CALLBACK)
@Public("callers are not authenticated before the callback")
public class OidcCallbackServlet extends HttpServlet {

  private static final Logger LOG = System.getLogger(OidcCallbackServlet.class.getName());

  private static final String NAME_CLAIM = "preferred_username";
  private static final String PAGE_QUERY = "diundashboard.query";

  @Inject private transient Instance<OpenIdContext> openId;
  @Inject private transient OidcClientSettings client;
  @Inject private transient GroupRoleMapper roles;
  @Inject private transient SignInSessions sessions;
  @Inject private transient PublicUrl publicUrl;

  /** Redirects to the provider. After sign-in the user returns to the page with the same query. */
  static void redirectToProvider(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.getSession(true).setAttribute(PAGE_QUERY, request.getQueryString());
    request.authenticate(response);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getUserPrincipal() == null) {
      PlainResponses.forbidden(
          request,
          response,
          "Sign-in at the provider failed. Reload the page to try again.",
          "Die Anmeldung beim Anbieter ist fehlgeschlagen. Seite neu laden.");
      return;
    }
    var serverSession = request.getSession();
    var query = (String) serverSession.getAttribute(PAGE_QUERY);
    var caller = caller();
    var signOutUrl = signOutUrl();
    serverSession.invalidate();
    LOG.log(
        Level.INFO,
        "Sign-in of {0} from {1} {2}",
        caller.map(Caller::name).orElse("an unknown user"),
        request.getRemoteAddr(),
        caller.isPresent() ? "succeeded" : "failed: no role");
    if (caller.isEmpty()) {
      PlainResponses.forbidden(
          request,
          response,
          "You are signed in, but your groups have no role. Ask an administrator.",
          "Angemeldet, aber Ihre Gruppen haben keine Rolle. Administrator fragen.");
      return;
    }
    sessions.begin(request, response, caller.get(), signOutUrl);
    PlainResponses.redirect(response, "./", query);
  }

  /** Providers send groups in the ID token or only in the user info. */
  private Optional<Caller> caller() {
    var context = openId.get();
    var token = context.getIdentityToken().getJwtClaims();
    var userInfo = context.getClaims();
    var groups = new ArrayList<>(token.getArrayStringClaim(client.groupsClaim()));
    groups.addAll(userInfo.getArrayStringClaim(client.groupsClaim()));
    var name =
        token
            .getStringClaim(NAME_CLAIM)
            .or(() -> userInfo.getStringClaim(NAME_CLAIM))
            .orElse(context.getSubject());
    return roles.callerOf(name, groups);
  }

  /**
   * Returns the URL that ends the provider's session (OpenID Connect RP-Initiated Logout 1.0), or
   * an empty string if the provider has none. The provider returns to the configured URL only,
   * because it rejects URLs that are not registered.
   */
  private String signOutUrl() {
    var context = openId.get();
    var endpoint = context.getProviderMetadata().getString("end_session_endpoint", "");
    if (endpoint.isEmpty()) return "";
    var redirect =
        publicUrl.configured().map(url -> "&post_logout_redirect_uri=" + encode(url.toString()));
    return endpoint
        + (endpoint.contains("?") ? "&" : "?")
        + "id_token_hint="
        + encode(context.getIdentityToken().getToken())
        + redirect.orElse("");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
