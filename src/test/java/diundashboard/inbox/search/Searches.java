package diundashboard.inbox.search;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates searches of every kind. */
final class Searches {

  private Searches() {}

  /** Generates texts as typed or pasted by users, valid or not. */
  static Arbitrary<String> texts() {
    var pieces =
        Arbitraries.of(
            "host:",
            "tag:",
            "metadata.",
            "is:",
            "on:",
            "older:",
            "-",
            "\"",
            " ",
            ":",
            "7d",
            "new",
            "2026-11-20",
            "none",
            "*",
            "%",
            "_",
            "!",
            "\0",
            "\uD800",
            "é",
            "nas",
            "registry",
            ".lan",
            "5000/");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(50),
        pieces.list().ofMaxSize(12).map(x -> String.join("", x)));
  }

  static Arbitrary<SearchQuery> any() {
    return Arbitraries.oneOf(words(), keyed(), members(), statuses(), ages(), days())
        .list()
        .ofMaxSize(5)
        .map(SearchQuery::new);
  }

  private static Arbitrary<SearchTerm> words() {
    return Combinators.combine(negated(), values().filter(value -> !value.isEmpty()))
        .as(SearchTerm::word);
  }

  private static Arbitrary<SearchTerm> keyed() {
    var keys =
        Arbitraries.of(
            SearchKey.IMAGE,
            SearchKey.REGISTRY,
            SearchKey.TAG,
            SearchKey.HOST,
            SearchKey.PROVIDER,
            SearchKey.STACK);
    return Combinators.combine(negated(), keys, values())
        .as((negated, key, value) -> new SearchTerm(negated, key, "", value));
  }

  private static Arbitrary<SearchTerm> members() {
    var names = Arbitraries.of("owner", "com.example/a%b", "ctn_names", "İ");
    return Combinators.combine(negated(), names, values())
        .as((negated, name, value) -> new SearchTerm(negated, SearchKey.METADATA, name, value));
  }

  private static Arbitrary<SearchTerm> statuses() {
    var values = Arbitraries.of("new", "update", "pending", "snoozed", "done", "muted");
    return Combinators.combine(negated(), values)
        .as((negated, value) -> new SearchTerm(negated, SearchKey.IS, "", value));
  }

  private static Arbitrary<SearchTerm> ages() {
    return Combinators.combine(
            negated(),
            Arbitraries.of(SearchKey.OLDER, SearchKey.NEWER),
            Arbitraries.integers().between(0, 9999),
            Arbitraries.of("h", "d", "w"))
        .as((negated, key, number, unit) -> new SearchTerm(negated, key, "", number + unit));
  }

  private static Arbitrary<SearchTerm> days() {
    var days = Arbitraries.of("2026-11-20", "0000-01-01", "9999-12-31");
    return Combinators.combine(negated(), days)
        .as((negated, day) -> new SearchTerm(negated, SearchKey.ON, "", day));
  }

  private static Arbitrary<Boolean> negated() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        texts().filter(text -> text.length() < 60),
        Arbitraries.of(
            List.of(
                "nas", "NAS", "n*s", "*", "a", "e", "/", "none", "ghcr.io", "100%", "5000/api")));
  }
}
