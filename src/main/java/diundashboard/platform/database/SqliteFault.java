package diundashboard.platform.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Faults of a SQLite file at the start, by primary result code: https://sqlite.org/rescode.html.
 * All of them can disappear while the server runs.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
enum SqliteFault {
  LOCKED(
      "The %s is locked by another program. Close that program, or wait until it releases the lock.",
      5, 6),
  READ_ONLY("The %s is read-only. Let the server's user write to the file and to its folder.", 8),
  NOT_READABLE("The %s cannot be read or written (%s). Check the disk and its file system.", 10),
  DAMAGED("The %s is damaged. Restore a backup.", SqliteFault.DAMAGED_CODE),
  DISK_FULL("The disk of the %s is full. Free disk space.", 13),
  NOT_OPENED(
      "The %s cannot be opened. Check that it is a file, that its folder exists, and that the server's user may write to both.",
      3, 14),
  NOT_SQLITE(
      "The %s is not a SQLite database. The diun.db of Diun itself is not one either. Set DIUN_SQLITE_FILE to another file.",
      26);

  /** SQLITE_CORRUPT. */
  static final int DAMAGED_CODE = 11;

  private static final Pattern NAME = Pattern.compile("\\[SQLITE_([A-Z]+)");

  private static final Map<String, Integer> NAMES =
      Map.of(
          "PERM",
          3,
          "BUSY",
          5,
          "LOCKED",
          6,
          "READONLY",
          8,
          "IOERR",
          10,
          "CORRUPT",
          11,
          "FULL",
          13,
          "CANTOPEN",
          14,
          "NOTADB",
          26);

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Integer> codes;

  SqliteFault(String sentence, Integer... codes) {
    this.sentence = sentence;
    this.codes = Set.of(codes);
  }

  /** Payara keeps only the driver's message, which begins with the name of the code. */
  static Optional<SqliteFault> of(SQLException failure) {
    var code = failure.getErrorCode() == 0 ? codeIn(failure) : failure.getErrorCode() & 0xff;
    return Stream.of(values()).filter(fault -> fault.codes.contains(code)).findFirst();
  }

  private static int codeIn(SQLException failure) {
    var name = NAME.matcher(Failures.reason(failure));
    return name.find() ? NAMES.getOrDefault(name.group(1), 0) : 0;
  }

  /**
   * @param file such as {@code SQLite file /data/diun.db}
   * @param reason the driver's message
   */
  String sentence(String file, String reason) {
    return sentence.formatted(file, reason);
  }
}
