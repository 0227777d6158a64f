package diundashboard.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.problem.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagRuleTest {

  private static final RuleTarget SONARR =
      new RuleTarget(
          "ghcr.io/linuxserver/sonarr:latest",
          "ghcr.io",
          List.of("3f2a", "nas"),
          "docker",
          Map.of("stack", "media", "a.b", "c", "empty", ""));

  @ParameterizedTest
  @CsvSource({
    "image, *sonarr*",
    "registry, GHCR.io",
    "host, nas",
    "host, 3f*",
    "provider, docker",
    "metadata.stack, media",
    "metadata.a.b, c"
  })
  void aRuleMatchesEveryField(String field, String pattern) {
    assertThat(TagRule.of(field, pattern).matches(SONARR)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "image, sonarr",
    "host, vps",
    "metadata.stack, apps",
    "metadata.Stack, media",
    "metadata.nothing, *",
    "metadata.empty, *"
  })
  void aRuleMatchesTheWholeValueOfItsField(String field, String pattern) {
    assertThat(TagRule.of(field, pattern).matches(SONARR)).isFalse();
  }

  @Test
  void unknownValuesNeverMatch() {
    var unknown = new RuleTarget("a", "docker.io", List.of(""), "", Map.of());
    assertThat(TagRule.of("host", "*").matches(unknown)).isFalse();
    assertThat(TagRule.of("provider", "*").matches(unknown)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', x", "name, x", "metadata, x", "metadata., x", "image, ''", "image, ' '"})
  void aRuleRequiresAFieldAndAPattern(String field, String pattern) {
    assertThatThrownBy(() -> TagRule.of(field, pattern)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void fieldAndPatternHaveAMaximumLength() {
    assertThatThrownBy(() -> TagRule.of("image", "x".repeat(501)))
        .hasMessage("Field or pattern of a rule is longer than 500 characters.");
    assertThatThrownBy(() -> TagRule.of("metadata." + "x".repeat(500), "x"))
        .hasMessage("Field or pattern of a rule is longer than 500 characters.");
  }
}
