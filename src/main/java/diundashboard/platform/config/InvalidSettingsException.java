package diundashboard.platform.config;

import java.util.List;

/**
 * The configuration has mistakes; the message names all of them, each with its key and what would
 * be right.
 */
public final class InvalidSettingsException extends RuntimeException {

  InvalidSettingsException(List<String> mistakes) {
    super(String.join(" ", mistakes));
  }
}
