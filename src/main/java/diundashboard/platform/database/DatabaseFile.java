package diundashboard.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SQLite file that the connections have open. If it is moved, deleted or replaced, they go on
 * with a file that nobody finds again, and what they commit is lost. The same holds for its
 * write-ahead log.
 *
 * <p>Thread-safe.
 */
final class DatabaseFile {

  private static final String REPLACED =
      "The SQLite file %s was moved, deleted or replaced while DiunDashboard was running. Nothing is stored until DiunDashboard is restarted. Put the file that it is to use there, without -wal and -shm files of another one, and restart.";

  private static final String LOG_DELETED =
      "The write-ahead log %s was deleted while DiunDashboard was running. Nothing is stored until DiunDashboard is restarted. Stop it normally, so that it can save what was in the log, and start it again.";

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private final Path path;
  private final Path log;
  private final Object key;
  private volatile Object logKey;
  private volatile String problem;

  DatabaseFile(Path path) {
    this.path = path;
    this.log = Path.of(path + "-wal");
    this.key = keyOf(path);
    this.logKey = keyOf(log);
  }

  /**
   * Returns why nothing must be written, with the remedy; empty if the file is in its place. It
   * stays so until the restart, because connections may have opened another file meanwhile.
   */
  Optional<String> problem() {
    if (problem == null) problem = findProblem();
    return Optional.ofNullable(problem);
  }

  private String findProblem() {
    if (key != null && !key.equals(keyOf(path))) return REPLACED.formatted(path);
    var currentLog = keyOf(log);
    if (currentLog == null || !currentLog.equals(logKey)) {
      // SQLite itself deletes the log with the last connection, and creates another one.
      if (isOpenAndDeleted(log)) return LOG_DELETED.formatted(log);
      logKey = currentLog;
    }
    return null;
  }

  /** Returns what tells a file from others, on Linux its device and inode; null if unknown. */
  private static Object keyOf(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns whether this process has the file open although it is deleted. Linux only. */
  private static boolean isOpenAndDeleted(Path file) {
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      return open.anyMatch(each -> targetOf(each).equals(file + " (deleted)"));
    } catch (IOException e) {
      return false;
    }
  }

  private static String targetOf(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }
}
