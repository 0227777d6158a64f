package diundashboard.inbox.search;

import static diundashboard.images.UpdateState.ACKNOWLEDGED;
import static diundashboard.images.UpdateState.MUTED;
import static diundashboard.images.UpdateState.PENDING;
import static diundashboard.images.UpdateState.SNOOZED;

import diundashboard.images.UpdateState;
import diundashboard.platform.json.EnumNames;
import diundashboard.versions.ChangeKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One term of a search.
 *
 * @param negated true to exclude matches
 * @param name for {@link SearchKey#METADATA}, the name of the member in lower case; otherwise empty
 * @param value as typed
 */
record SearchTerm(boolean negated, SearchKey key, String name, String value) {

  /**
   * Matches a known key followed by a colon. Image references can begin like one: {@code
   * registry.lan:5000/app} has a dot after the key, and {@code registry:5000/app} has a port and a
   * path after the colon. Both are words.
   */
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(?:(?<key>%s):(?!\\d{1,5}/)|metadata\\.(?<name>[^\\s:\"]+):)"
              .formatted(SearchKey.alternatives()));

  /** Matches a number of hours, days or weeks. */
  static final Pattern AGE = Pattern.compile("(\\d{1,4})([hdw])");

  /** The states that {@code is:} finds, as users call them. */
  static final Map<String, UpdateState> STATES =
      Map.of("pending", PENDING, "snoozed", SNOOZED, "done", ACKNOWLEDGED, "muted", MUTED);

  /** The value of {@code is:} for snoozed occurrences whose digest is held back. */
  static final String HELD = "held";

  /** The kind that {@code is:} finds as well, because it is no version. */
  static final String REBUILD = ChangeKind.REBUILD.value();

  SearchTerm {
    name = name.toLowerCase(Locale.ROOT);
  }

  /** Returns the key, with its colon, at a position in a text. */
  static Optional<Key> keyAt(String text, int position) {
    var key = KEY.matcher(text).region(position, text.length());
    if (!key.lookingAt()) return Optional.empty();
    var name = key.group("name");
    return Optional.of(
        name == null
            ? new Key(SearchKey.of(key.group("key")), "", key.end())
            : new Key(SearchKey.METADATA, name, key.end()));
  }

  /**
   * A key in a text.
   *
   * @param name for {@link SearchKey#METADATA}, the name of the member; otherwise empty
   * @param end the position after the colon
   */
  record Key(SearchKey key, String name, int end) {}

  static SearchTerm word(boolean negated, String value) {
    return new SearchTerm(negated, SearchKey.WORD, "", value);
  }

  /** The state of occurrences that the term names. */
  Optional<UpdateState> state() {
    return key == SearchKey.IS ? Optional.ofNullable(STATES.get(value)) : Optional.empty();
  }

  /** True if the term names snoozed occurrences whose digest is held back. */
  boolean isHeld() {
    return key == SearchKey.IS && value.equals(HELD);
  }

  /** True if the term names a state of occurrences. */
  boolean isAboutState() {
    return state().isPresent() || isHeld();
  }

  /**
   * What the update may change, as {@code kind:major,minor} and {@code is:rebuild} name it. Empty
   * if the term is not about kinds, or names an unknown one.
   */
  Set<ChangeKind> kinds() {
    if (key != SearchKey.KIND && !(key == SearchKey.IS && value.equals(REBUILD))) return Set.of();
    var kinds = EnumSet.noneOf(ChangeKind.class);
    for (var name : value.split(",", -1)) {
      var kind = EnumNames.find(ChangeKind.class, name);
      if (kind.isEmpty()) return Set.of();
      kinds.add(kind.get());
    }
    return kinds;
  }

  /** True if the term is about an occurrence, not only about its image. */
  boolean isAboutOccurrence() {
    return key.isAboutOccurrences() || isAboutState() || !kinds().isEmpty();
  }

  /** Returns a text that parses to an equal term. */
  @Override
  public String toString() {
    return (negated ? "-" : "") + prefix() + (isBare() ? value : quoted());
  }

  /** Returns the key with its colon; empty for a word. */
  String prefix() {
    if (key == SearchKey.WORD) return "";
    return key.text() + (name.isEmpty() ? "" : "." + name) + ":";
  }

  private boolean isBare() {
    if (value.isEmpty() || value.startsWith("\"")) return false;
    if (value.chars().anyMatch(SearchTerm::isSpace)) return false;
    if (key != SearchKey.WORD) return keyAt(prefix() + value, 0).isPresent();
    return !value.startsWith("-") && keyAt(value, 0).isEmpty();
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private String quoted() {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
