package diundashboard.access.signin;

import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.net.URI;
import java.util.function.Function;

/**
 * The OpenID Connect provider, as the server's mechanism asks for it. When it does so is up to the
 * server, so that settings with mistakes, which are told elsewhere, must not keep the application
 * from being deployed.
 */
@Named("openId")
@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${openId.provider}",
    clientId = "${openId.clientId}",
    clientSecret = "${openId.clientSecret}",
    redirectURI = "${openId.redirectUri}")
public class OidcClientSettings {

  @Inject private Instance<Settings> settings;

  public String getProvider() {
    return told(known -> known.signIn().openId().provider());
  }

  public String getClientId() {
    return told(known -> known.signIn().openId().clientId());
  }

  public String getClientSecret() {
    return told(known -> known.signIn().openId().clientSecret().value());
  }

  /** Without the setting it is as the request has it, which the mechanism knows how to tell. */
  public String getRedirectUri() {
    return told(
        known ->
            known.network().url().map(URI::toString).orElse("${baseURL}/")
                + OidcCallbackServlet.PATH.substring(1));
  }

  String groupsClaim() {
    return told(known -> known.signIn().openId().groupsClaim());
  }

  private String told(Function<Settings, String> setting) {
    try {
      return setting.apply(settings.get());
    } catch (RuntimeException e) {
      return "";
    }
  }
}
