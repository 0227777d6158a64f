package diundashboard.platform.backup;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;

import diundashboard.platform.database.DatabaseCopy;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The copy of the SQLite file that a client reads, in a temporary file beside it. There is one at a
 * time.
 */
@ApplicationScoped
public class BackupFile {

  /** What others write meanwhile needs space too. */
  private static final long RESERVED_BYTES = 32L * 1024 * 1024;

  private final AtomicBoolean isInUse = new AtomicBoolean();

  private DatabaseCopy database;
  private long reservedBytes;

  /** For the container's proxy. */
  protected BackupFile() {}

  @Inject
  BackupFile(DatabaseCopy database) {
    this(database, RESERVED_BYTES);
  }

  BackupFile(DatabaseCopy database, long reservedBytes) {
    this.database = database;
    this.reservedBytes = reservedBytes;
  }

  /** Deletes what a crash has left. */
  void clean(@Observes ApplicationReady event) {
    database.file().ifPresent(BackupFile::delete);
  }

  /**
   * Copies the SQLite file.
   *
   * @throws BackupRunningException if another client reads a copy
   * @throws InsufficientStorageException if the disk has too little space
   */
  public Backup create() {
    if (!isInUse.compareAndSet(false, true)) throw new BackupRunningException();
    var file = database.file().orElseThrow();
    try {
      return copyOf(file);
    } catch (IOException e) {
      release(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      release(file);
      throw e;
    }
  }

  private Backup copyOf(Path file) throws IOException {
    var begin = Instant.now();
    var needed = database.size() + reservedBytes;
    // Files.getFileStore needs the mount point, which is not visible in a chroot.
    var free = file.toFile().getUsableSpace();
    if (free < needed || !database.copyTo(copyPath(file))) {
      throw new InsufficientStorageException(needed, free);
    }
    var size = Files.size(copyPath(file));
    var content = Files.newInputStream(copyPath(file), DELETE_ON_CLOSE);
    return new Backup(begin, size, new ReleasingStream(content));
  }

  private void release(Path file) {
    delete(file);
    isInUse.set(false);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(copyPath(file));
      Files.deleteIfExists(Path.of(copyPath(file) + "-journal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copyPath(Path file) {
    return Path.of(file + "-backup.tmp");
  }

  /** Lets the next client in when it is closed. */
  private final class ReleasingStream extends FilterInputStream {

    private final AtomicBoolean isClosed = new AtomicBoolean();

    ReleasingStream(InputStream content) {
      super(content);
    }

    @Override
    public void close() throws IOException {
      if (!isClosed.compareAndSet(false, true)) return;
      try {
        super.close();
      } finally {
        isInUse.set(false);
      }
    }
  }
}
