package diundashboard.platform.config;

import java.util.List;

/** Checks settings whose values only a feature knows. Implementations are CDI beans. */
public interface SettingsCheck {

  /** Returns what is invalid, as sentences with the remedy. */
  List<String> errors();
}
