package diundashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Collects the lines that a class logs, such as {@code WARNING text}, until it is closed. */
public final class LogLines extends Handler {

  private final Logger logger;
  private final List<String> lines = new ArrayList<>();

  public LogLines(Class<?> source) {
    logger = Logger.getLogger(source.getName());
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  /** Returns the lines since the last call. */
  public synchronized List<String> take() {
    var taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  @Override
  public synchronized void publish(LogRecord line) {
    lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
