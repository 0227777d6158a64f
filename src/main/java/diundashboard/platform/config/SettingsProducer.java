package diundashboard.platform.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Produces the {@link Settings} and {@link SqliteSettings} for injection. They are read once. */
@Dependent
class SettingsProducer {

  @Produces
  @Singleton
  static Settings settings() {
    return Settings.read(ConfigProvider.getConfig());
  }

  @Produces
  @Singleton
  static SqliteSettings sqliteSettings() {
    return SqliteSettings.read(ConfigProvider.getConfig());
  }
}
