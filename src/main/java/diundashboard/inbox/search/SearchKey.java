package diundashboard.inbox.search;

import java.util.Locale;

/** What a term of a search is about: what stands before its colon. */
enum SearchKey {
  /** Anything: what has no key. */
  WORD,
  IMAGE,
  REGISTRY,
  TAG,
  HOST,
  PROVIDER,
  STACK,
  /** One member of the metadata: {@code metadata.<name>}. */
  METADATA,
  IS,
  OLDER,
  NEWER,
  ON;

  static SearchKey of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
