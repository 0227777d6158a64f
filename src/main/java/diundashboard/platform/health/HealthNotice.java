package diundashboard.platform.health;

import java.util.Optional;

/** A part of the application that can fail while requests are served. */
public interface HealthNotice {

  /** The name of its check. */
  String name();

  /** Returns what fails, without details, because health endpoints are public. */
  Optional<String> problem();
}
