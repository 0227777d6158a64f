package diundashboard.start;

import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The templates of commands in the settings, by provider of Diun. */
@Dependent
public class CommandsPart implements StartPart {

  @Inject private Settings settings;

  @Override
  public String name() {
    return "commands";
  }

  @Override
  public Map<String, List<String>> value() {
    return settings.commands().byProvider();
  }

  @Override
  public Map<String, List<String>> version() {
    return value();
  }
}
