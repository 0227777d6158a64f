package diundashboard.inbox.search;

import static java.util.stream.Collectors.joining;

import diundashboard.platform.json.EnumNames;
import java.util.Locale;
import java.util.stream.Stream;

/** The key of a search term: the text before its colon. */
enum SearchKey {
  /** A term without a key. */
  WORD,
  IMAGE,
  REGISTRY,
  TAG,
  HOST,
  PROVIDER,
  STACK,
  WORKLOAD,
  /** What the update changes: {@link diundashboard.versions.ChangeKind}. */
  KIND,
  /** A member of the metadata: {@code metadata.<name>}. */
  METADATA,
  IS,
  OLDER,
  NEWER,
  ON;

  /** Returns a regular expression that matches each key that is typed without a name. */
  static String alternatives() {
    return Stream.of(values())
        .filter(key -> key != WORD && key != METADATA)
        .map(SearchKey::text)
        .collect(joining("|"));
  }

  static SearchKey of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** True if the key is about an occurrence, not only about its image. */
  boolean isAboutOccurrences() {
    return switch (this) {
      case WORD, HOST, PROVIDER, STACK, WORKLOAD, KIND, METADATA -> true;
      case IMAGE, REGISTRY, TAG, IS, OLDER, NEWER, ON -> false;
    };
  }

  String text() {
    return EnumNames.of(this);
  }
}
