package diundashboard.platform.backup;

import java.io.InputStream;
import java.time.Instant;

/**
 * A copy of the database.
 *
 * @param at when it was begun
 * @param size in bytes
 * @param content deletes the copy when it is closed
 */
public record Backup(Instant at, long size, InputStream content) {}
