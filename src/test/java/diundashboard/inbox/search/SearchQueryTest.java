package diundashboard.inbox.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.images.UpdateState;
import diundashboard.platform.problem.InvalidInputException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchQueryTest {

  @Example
  void splitsASearchIntoTerms() {
    assertThat(
            parse(" grafana  host:nas \"two words\" -Tag:\"my tag\" metadata.Owner:me older:7D "))
        .isEqualTo(
            new SearchQuery(
                List.of(
                    SearchTerm.word(false, "grafana"),
                    new SearchTerm(false, SearchKey.HOST, "", "nas"),
                    SearchTerm.word(false, "two words"),
                    new SearchTerm(true, SearchKey.TAG, "", "my tag"),
                    new SearchTerm(false, SearchKey.METADATA, "owner", "me"),
                    new SearchTerm(false, SearchKey.OLDER, "", "7d"))));
  }

  @Example
  void textWithoutAKnownKeyIsAWord() {
    for (var word :
        List.of(
            "docker.io/x:latest",
            "nginx:1.29",
            "metadata:x",
            "metadata.:x",
            "hosts:x",
            "a\"b\"",
            "-",
            "http://x",
            ":")) {
      assertIsWord(word);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "WORD", mode = EnumSource.Mode.EXCLUDE)
  void anImageReferenceThatBeginsWithTheNameOfAKeyIsAWord(SearchKey key) {
    assertIsWord(key.text() + "s.example.com:5000/team/api:1.4.2");
    assertIsWord(key.text() + "-cache:5000/api:1");
    assertIsWord(key.text() + ":5000/team/api:1.4.2");
    assertIsWord(key.text() + ":80/api@sha256:1");
    if (key != SearchKey.METADATA) {
      assertIsWord(key.text() + ".lan:5000/team/api:1.4.2");
      assertIsWord(key.text() + ".docker.internal:5000/api");
    }
    assertThat(parse("-" + key.text() + ":5000/api").terms())
        .containsExactly(SearchTerm.word(true, key.text() + ":5000/api"));
  }

  @Example
  void aQuotedValueMayBeginLikeAPortAndAPath() {
    assertThat(
            parse("stack:\"5000/api\" stack:5000 metadata.port:8080/tcp registry:localhost:5000"))
        .isEqualTo(
            new SearchQuery(
                List.of(
                    new SearchTerm(false, SearchKey.STACK, "", "5000/api"),
                    new SearchTerm(false, SearchKey.STACK, "", "5000"),
                    new SearchTerm(false, SearchKey.METADATA, "port", "8080/tcp"),
                    new SearchTerm(false, SearchKey.REGISTRY, "", "localhost:5000"))));
  }

  @Example
  void quotedTextIsOneWordOrValue() {
    assertThat(parse("\"host:nas\" -\"-x\" \"say \"\"hi\"\"\" stack:\"\" \"open"))
        .isEqualTo(
            new SearchQuery(
                List.of(
                    SearchTerm.word(false, "host:nas"),
                    SearchTerm.word(true, "-x"),
                    SearchTerm.word(false, "say \"hi\""),
                    new SearchTerm(false, SearchKey.STACK, "", ""),
                    SearchTerm.word(false, "open"))));
    assertThat(parse("  \"\" -\"\" ")).isEqualTo(SearchQuery.ALL);
  }

  @Example
  void invalidTermsAreRejectedWithARemedy() {
    assertRejected(
        "is:foo",
        "Invalid term 'is:foo'. Use is:new, is:update, is:rebuild, is:pending, is:snoozed, is:held, is:done or is:muted.");
    assertRejected(
        "older:abc",
        "Invalid term 'older:abc'. Use a number of hours, days or weeks, such as older:12h, older:7d or older:2w.");
    assertRejected(
        "-newer:7m",
        "Invalid term 'newer:7m'. Use a number of hours, days or weeks, such as newer:12h, newer:7d or newer:2w.");
    assertRejected(
        "on:2026-02-30", "Invalid term 'on:2026-02-30'. Use a day such as on:2026-11-20.");
    assertRejected("host: nas", "host: has no value. Add one without a space, such as host:nas.");
    assertRejected("x".repeat(1001), "The search is longer than 1000 characters.");
    assertRejected("x ".repeat(31), "The search has more than 30 terms. Remove some.");
  }

  @Example
  void aSearchThatNamesAStateSearchesAllStates() {
    for (var search : List.of("is:snoozed", "nas -is:Muted", "is:done is:new", "is:pending")) {
      assertThat(parse(search).stateOr(UpdateState.PENDING)).isEqualTo(UpdateState.ALL);
    }
    for (var search : List.of("", "is:new -is:update", "snoozed", "\"is:snoozed\"")) {
      assertThat(parse(search).stateOr(UpdateState.PENDING)).isEqualTo(UpdateState.PENDING);
    }
  }

  @Property
  void anyTextIsParsedOrRejected(@ForAll("texts") String text) {
    try {
      parse(text);
    } catch (InvalidInputException e) {
      assertThat(e.field()).isEqualTo("q");
      assertThat(e.getMessage()).endsWith(".");
    }
  }

  @Property
  void printedSearchesParseToTheSameSearch(@ForAll("searches") SearchQuery search) {
    assertThat(parse(search.toString())).isEqualTo(search);
  }

  @Provide
  Arbitrary<String> texts() {
    return Searches.texts();
  }

  @Provide
  Arbitrary<SearchQuery> searches() {
    return Searches.any();
  }

  private static void assertIsWord(String word) {
    assertThat(parse(word)).isEqualTo(new SearchQuery(List.of(SearchTerm.word(false, word))));
  }

  private static SearchQuery parse(String text) {
    return SearchQuery.parse("q", text);
  }

  private static void assertRejected(String text, String remedy) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(remedy);
  }
}
