package diundashboard.signin;

import diundashboard.settings.Settings;
import diundashboard.settings.SignIn.OpenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;

/**
 * The OpenID Connect provider, as the server's mechanism asks for it. The expressions are deferred:
 * they are looked at when somebody signs in, not when the application is deployed.
 */
@Named("openId")
@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "#{openId.provider}",
    clientId = "#{openId.clientId}",
    clientSecret = "#{openId.clientSecret}",
    redirectURI = "#{openId.redirectUri}")
public class OpenIdProvider {

  private OpenId openId;
  private String redirectUri;

  /** For the container's proxy. */
  protected OpenIdProvider() {}

  @Inject
  OpenIdProvider(Settings settings) {
    openId = settings.signIn().openId();
    redirectUri =
        settings
            .network()
            .url()
            .map(url -> url + OpenIdServlet.PATH.substring(1))
            .orElse("${baseURL}" + OpenIdServlet.PATH); // which the mechanism knows
  }

  public String getProvider() {
    return openId.provider();
  }

  public String getClientId() {
    return openId.clientId();
  }

  public String getClientSecret() {
    return openId.clientSecret().value();
  }

  public String getRedirectUri() {
    return redirectUri;
  }

  String getGroupsClaim() {
    return openId.groupsClaim();
  }
}
