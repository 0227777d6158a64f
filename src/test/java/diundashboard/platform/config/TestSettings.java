package diundashboard.platform.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Valid settings from environment variables. */
public final class TestSettings {

  private TestSettings() {}

  /** Reads settings. */
  public static Settings of(Map<String, String> environment) {
    var settings =
        Settings.read(
            new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .build());
    settings.validate();
    return settings;
  }
}
