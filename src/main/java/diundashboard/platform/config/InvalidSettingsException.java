package diundashboard.platform.config;

import java.util.List;

/** Settings are invalid. The message lists all of them, each with its key and the remedy. */
public final class InvalidSettingsException extends StartupException {

  InvalidSettingsException(List<String> errors) {
    super(String.join(" ", errors), false, null);
  }
}
