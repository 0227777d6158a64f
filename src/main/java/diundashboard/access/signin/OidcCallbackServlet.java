package diundashboard.access.signin;

import diundashboard.platform.http.ForwardedHeaders;
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
 * {@code /callback}: where the provider sends people back to. When the request arrives here, the
 * server's mechanism has already seen to the protocol; what it found out becomes a session of ours,
 * and its own is given up.
 */
@WebServlet(OidcCallbackServlet.PATH)
@Public("the provider sends here who is not known yet")
public class OidcCallbackServlet extends HttpServlet {

  static final String PATH = "/callback";

  private static final Logger LOG = System.getLogger(OidcCallbackServlet.class.getName());

  private static final String NAME = "preferred_username";
  private static final String QUERY = "diundashboard.query";

  @Inject private transient Instance<OpenIdContext> openId;
  @Inject private transient OidcClientSettings provider;
  @Inject private transient GroupRoleMapper roles;
  @Inject private transient SignInSessions sessions;
  @Inject private transient ForwardedHeaders surroundings;

  /** Sends somebody to the provider, who are to come back to what they asked for. */
  static void begin(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.getSession(true).setAttribute(QUERY, request.getQueryString());
    request.authenticate(response);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getUserPrincipal() == null) {
      SignInRedirectFilter.tell(response, "The provider did not sign you in; open the page anew.");
      return;
    }
    var query = (String) request.getSession().getAttribute(QUERY);
    var caller = caller();
    LOG.log(
        Level.INFO,
        "Sign-in of {0} from {1} {2}",
        caller.map(Caller::name).orElse("somebody"),
        surroundings.addressOf(request).getHostAddress(),
        caller.isPresent() ? "succeeded" : "failed, for want of a role");
    if (caller.isEmpty()) {
      sessions.end(request);
      SignInRedirectFilter.tell(
          response, "You are known, but have no role here; ask an admin for a group that has one.");
      return;
    }
    sessions.begin(request, caller.get(), signOutAddress());
    SignInRedirectFilter.redirect(response, "./", query);
  }

  /** Groups may be in the token that was signed, or only in what the provider tells besides. */
  private Optional<Caller> caller() {
    var context = openId.get();
    var token = context.getIdentityToken().getJwtClaims();
    var claims = context.getClaims();
    var groups = new ArrayList<>(token.getArrayStringClaim(provider.groupsClaim()));
    groups.addAll(claims.getArrayStringClaim(provider.groupsClaim()));
    var name =
        token
            .getStringClaim(NAME)
            .or(() -> claims.getStringClaim(NAME))
            .orElse(context.getSubject());
    return roles.callerOf(name, groups);
  }

  /** Where the provider ends its own session, after OpenID Connect RP-Initiated Logout 1.0. */
  private String signOutAddress() {
    var context = openId.get();
    var address = context.getProviderMetadata().getString("end_session_endpoint", "");
    if (address.isEmpty()) return "";
    var back = surroundings.url().map(url -> "&post_logout_redirect_uri=" + encode(url.toString()));
    return address
        + (address.contains("?") ? "&" : "?")
        + "id_token_hint="
        + encode(context.getIdentityToken().getToken())
        + back.orElse("");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
