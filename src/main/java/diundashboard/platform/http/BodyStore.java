package diundashboard.platform.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Keeps the body of a request until it has arrived. */
interface BodyStore {

  default int maxBytes() {
    return RequestBody.MAX_BYTES;
  }

  /** How long the body may take to arrive. */
  default Duration maxTime() {
    return RequestBody.MAX_TIME;
  }

  /** Adds bytes. Returns false, and adds nothing, if there is no room. */
  boolean add(byte[] part, int count) throws IOException;

  /** Returns what has arrived, to read it once. */
  InputStream content() throws IOException;

  /** Makes room, because the body waits no longer. */
  default void release() {}

  /** Deletes the body, because the request has been processed. */
  default void delete() {}

  /** Discards the body. */
  static BodyStore discarding() {
    return new BodyStore() {
      @Override
      public boolean add(byte[] part, int count) {
        return true;
      }

      @Override
      public InputStream content() {
        return InputStream.nullInputStream();
      }
    };
  }

  /** Keeps the body in memory. */
  static BodyStore in(BodyMemory memory) {
    return new BodyStore() {
      private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

      @Override
      public boolean add(byte[] part, int count) {
        if (!memory.reserve(count)) return false;
        bytes.write(part, 0, count);
        return true;
      }

      @Override
      public InputStream content() {
        return new ByteArrayInputStream(bytes.toByteArray());
      }

      @Override
      public void release() {
        memory.release(bytes.size());
      }
    };
  }
}
