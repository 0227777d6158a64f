package diundashboard.platform.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the one {@link Settings} that everything else has injected. */
@Dependent
class SettingsProducer {

  @Produces
  @Singleton
  static Settings settings() {
    return Settings.read(ConfigProvider.getConfig());
  }
}
