package diundashboard.platform.http;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Keeps large bodies in files, a few at a time.
 *
 * <p>Thread-safe.
 */
final class BodyFiles {

  private final Semaphore files = new Semaphore(4);

  /** Returns a store that creates its file with the first byte. */
  BodyStore store(Path folder) {
    return new FileStore(folder);
  }

  /** Not thread-safe, except that {@link #delete} may be called at any time. */
  private final class FileStore implements BodyStore {

    private final Path folder;
    private FileChannel file;
    private boolean isDeleted;

    FileStore(Path folder) {
      this.folder = folder;
    }

    @Override
    public int maxBytes() {
      return LargeBody.MAX_BYTES;
    }

    @Override
    public Duration maxTime() {
      return LargeBody.MAX_TIME;
    }

    @Override
    public synchronized boolean add(byte[] part, int count) throws IOException {
      if (file == null && !open()) return false;
      for (var rest = ByteBuffer.wrap(part, 0, count); rest.hasRemaining(); ) file.write(rest);
      return true;
    }

    private boolean open() throws IOException {
      if (isDeleted || !files.tryAcquire()) return false;
      try {
        file =
            FileChannel.open(
                Files.createTempFile(folder, "body", null), READ, WRITE, DELETE_ON_CLOSE);
      } finally {
        if (file == null) files.release();
      }
      return true;
    }

    @Override
    public synchronized InputStream content() throws IOException {
      return file == null
          ? InputStream.nullInputStream()
          : Channels.newInputStream(file.position(0));
    }

    @Override
    public synchronized void delete() {
      if (isDeleted) return;
      isDeleted = true;
      if (file == null) return;
      files.release();
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
