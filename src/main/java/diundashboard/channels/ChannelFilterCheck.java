package diundashboard.channels;

import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.config.ChannelSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.config.SettingsCheck;
import diundashboard.platform.problem.InvalidInputException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Checks at startup that the filters of channels are searches. */
@Dependent
public class ChannelFilterCheck implements SettingsCheck {

  private final Settings settings;

  @Inject
  ChannelFilterCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> errors() {
    return settings.channels().stream().flatMap(each -> error(each).stream()).toList();
  }

  private static Optional<String> error(ChannelSettings channel) {
    try {
      SearchQuery.parse("filter", channel.filter());
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(channel.invalidFilter(e.getMessage()));
    }
  }
}
