package diundashboard.activity.events;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.activity.ActivityKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page listens to every event that changes what it shows. */
class PageEventsTest {

  private static final Path PAGE = Path.of("src/main/webapp/app/sync/events.js");

  private static final Pattern KINDS = Pattern.compile("KINDS = \\[([^\\]]*)]");
  private static final Pattern NAME = Pattern.compile("'(\\w+)'");

  /** No view shows tokens that others create or revoke. */
  private static final Set<ActivityKind> NOT_SHOWN =
      EnumSet.of(ActivityKind.TOKEN_CREATED, ActivityKind.TOKEN_REVOKED);

  @Test
  void thePageListensToAllKindsThatItShows() throws IOException {
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
    var list = KINDS.matcher(Files.readString(PAGE));
    assertThat(list.find()).isTrue();
    return NAME.matcher(list.group(1)).results().map(name -> name.group(1)).toList();
  }
}
