package diundashboard.access.signin;

import diundashboard.platform.config.AuthSettings.OidcSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.net.URI;

/**
 * The client configuration of the server's OpenID Connect mechanism. The mechanism reads it through
 * expressions.
 */
@Named("openId")
@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${openId.provider}",
    clientId = "${openId.clientId}",
    clientSecret = "${openId.clientSecret}",
    redirectURI = "${openId.redirectUri}")
public class OidcClientSettings {

  /** Path of the callback, to which the provider redirects after sign-in. */
  static final String CALLBACK = "/callback";

  @Inject private Settings settings;
  @Inject private PublicUrl publicUrl;

  public String getProvider() {
    return oidc().provider();
  }

  public String getClientId() {
    return oidc().clientId();
  }

  public String getClientSecret() {
    return oidc().clientSecret().value();
  }

  /**
   * Without the setting {@code diun.url}, the mechanism takes the base URL from {@link
   * OidcRequest}.
   */
  public String getRedirectUri() {
    var base = publicUrl.configured().map(URI::toString).orElse("${baseURL}/");
    return base + CALLBACK.substring(1);
  }

  String groupsClaim() {
    return oidc().groupsClaim();
  }

  private OidcSettings oidc() {
    return settings.signIn().openId();
  }
}
