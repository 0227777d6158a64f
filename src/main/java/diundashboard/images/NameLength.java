package diundashboard.images;

/** Limits the names of hosts, workloads and stacks. */
public final class NameLength {

  /** The names are part of index keys, which PostgreSQL limits to 2,704 bytes. */
  private static final int MAX = 200;

  private NameLength() {}

  /** Returns the first 200 characters of a name. */
  public static String limit(String name) {
    return name.length() > MAX ? name.substring(0, MAX) : name;
  }
}
