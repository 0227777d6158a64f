package diundashboard.access.signin;

import diundashboard.platform.security.Caller;
import java.time.Instant;

/**
 * A stored session of a user who signed in.
 *
 * @param settingsVersion of the settings at the sign-in, see {@link SettingsVersions}
 * @param signOutUrl URL that ends the provider's session, or empty
 * @param usedAt time of the last request, accurate to one minute
 */
record SignIn(Caller caller, String settingsVersion, String signOutUrl, Instant usedAt) {}
