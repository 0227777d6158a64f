package diundashboard.system.stock;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Runs commands in the project's folder and stops at the first failure.
 *
 * @param output the file to which all output is appended
 */
record Shell(Map<String, String> environment, Path output) {

  /**
   * Runs commands and waits for their end.
   *
   * @throws IllegalStateException if one fails, or takes more than five minutes
   */
  void run(String commands) {
    var process = start("set -euo pipefail\n" + commands);
    try {
      if (process.waitFor(5, MINUTES) && process.exitValue() == 0) return;
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException(
          "A command failed; see " + output + ". They were:\n" + commands);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs a server while a test uses it, and ends it with SIGTERM. */
  void whileRunning(String server, Application application, Runnable use) {
    var process = start(server);
    try {
      await().atMost(Duration.ofMinutes(2)).until(application::isReady);
      use.run();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }
  }

  Process start(String commands) {
    var builder = new ProcessBuilder("bash", "-c", commands);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(output.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
