package diundashboard.activity.events;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.activity.ActivityKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page listens to every event that changes what it shows. */
class PageEventsTest {

  private static final Path PAGE = Path.of("src/main/webapp/app");

  private static final Pattern KINDS =
      Pattern.compile("const KINDS = \\[([^\\]]*'notified'[^\\]]*)]");

  /** No view shows tokens that others create or revoke. */
  private static final Set<ActivityKind> NOT_SHOWN =
      EnumSet.of(ActivityKind.TOKEN_CREATED, ActivityKind.TOKEN_REVOKED);

  @Test
  void thePageListensToEveryKindThatItShows() throws IOException {
    var expected =
        EnumSet.complementOf(EnumSet.copyOf(NOT_SHOWN)).stream()
            .map(ActivityKind::value)
            .collect(toSet());
    expected.add("reset");
    assertThat(kindsOfThePage())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> kindsOfThePage() throws IOException {
    try (var files = Files.walk(PAGE)) {
      var lists =
          files
              .filter(file -> file.toString().endsWith(".js"))
              .flatMap(file -> KINDS.matcher(read(file)).results())
              .toList();
      assertThat(lists).hasSize(1);
      return Pattern.compile("'(\\w+)'")
          .matcher(lists.get(0).group(1))
          .results()
          .map(name -> name.group(1))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
