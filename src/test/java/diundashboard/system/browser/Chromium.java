package diundashboard.system.browser;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a Chromium for the tests: the one named by {@code -Dbrowser}, an installed one, or one that
 * it installs with apt if it runs as root on Debian. Elsewhere Playwright downloads its own.
 */
public final class Chromium {

  /**
   * Preferred, because Playwright now and then loses its hold of a new page of the full browser:
   * then neither the routes of a test nor its clock apply.
   */
  private static final String HEADLESS_SHELL = "chromium-headless-shell";

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Optional<Path> EXECUTABLE = find();

  private static Browser browser;

  private Chromium() {}

  /** Returns the browser that all tests of a JVM share. */
  public static synchronized Browser browser() {
    if (browser == null) browser = launch(playwright());
    return browser;
  }

  /** Starts Playwright, which downloads a browser only if none was found. */
  public static Playwright playwright() {
    var env =
        EXECUTABLE.isPresent()
            ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            : Map.<String, String>of();
    return Playwright.create(new Playwright.CreateOptions().setEnv(env));
  }

  public static Browser launch(Playwright playwright) {
    var options = new LaunchOptions().setArgs(QUIET);
    EXECUTABLE.ifPresent(options::setExecutablePath);
    return playwright.chromium().launch(options);
  }

  private static Optional<Path> find() {
    return named()
        .or(() -> installed(HEADLESS_SHELL))
        .or(Chromium::fromPackageManager)
        .or(
            () ->
                installed("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
  }

  private static Optional<Path> named() {
    return Optional.ofNullable(System.getProperty("browser"))
        .filter(path -> !path.isBlank())
        .map(Path::of);
  }

  private static Optional<Path> installed(String... names) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> fromPackageManager() {
    var isRoot = "root".equals(System.getProperty("user.name"));
    if (!isRoot || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) return Optional.empty();
    try (var file = FileChannel.open(Path.of("target/browser.lock"), CREATE, WRITE)) {
      file.lock(); // the other test JVM may be installing it
      return installed(HEADLESS_SHELL).or(Chromium::install);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> install() {
    var isInstalled =
        run("apt-get", "update")
            && run("apt-get", "install", "-y", "--no-install-recommends", HEADLESS_SHELL);
    return isInstalled ? installed(HEADLESS_SHELL) : Optional.empty();
  }

  private static boolean run(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(new File("target/browser.log"));
      process.environment().put("DEBIAN_FRONTEND", "noninteractive");
      return process.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
