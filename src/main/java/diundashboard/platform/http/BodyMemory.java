package diundashboard.platform.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the memory of all bodies that have not arrived completely.
 *
 * <p>Thread-safe.
 */
final class BodyMemory {

  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private final AtomicLong used = new AtomicLong();

  /** Reserves memory. Returns false, and reserves nothing, if there is not enough. */
  boolean reserve(int bytes) {
    if (used.addAndGet(bytes) <= MAX_BYTES) return true;
    release(bytes);
    return false;
  }

  void release(int bytes) {
    used.addAndGet(-bytes);
  }
}
