package diundashboard.versions;

import diundashboard.platform.json.EnumNames;
import java.util.stream.Stream;

/** How much an update changes, the riskiest first. */
public enum ChangeKind {
  /** The first number of the version differs. */
  MAJOR(0),
  /** The second number differs. */
  MINOR(1),
  /** A later number differs, or only the pre-release. */
  PATCH(2),
  /** Nothing is known before it. */
  NEW(3),
  /** Something is known before it, but the versions have no order. */
  UNKNOWN(4),
  /** The same tag with another digest. */
  REBUILD(5);

  private final int rank;

  ChangeKind(int rank) {
    this.rank = rank;
  }

  /** Returns the kind with a {@link #rank()}. */
  public static ChangeKind ofRank(int rank) {
    return Stream.of(values()).filter(kind -> kind.rank == rank).findFirst().orElseThrow();
  }

  /** Compares two versions that have an order. */
  static ChangeKind between(TagVersion from, TagVersion to) {
    var position = from.firstDifference(to);
    if (position == from.numbers().size()) return PATCH;
    return switch (position) {
      case 0 -> MAJOR;
      case 1 -> MINOR;
      default -> PATCH;
    };
  }

  /** The order in lists, from 0 for the riskiest, as the database stores it. */
  public int rank() {
    return rank;
  }

  /** The name in JSON and in searches, such as {@code major}. */
  public String value() {
    return EnumNames.of(this);
  }
}
