package diundashboard.platform.config;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares docs/configuration.md with the settings, and the README with the commands it names. */
class ConfigurationDocTest {

  private static final Pattern VARIABLE = Pattern.compile("\\bDIUN_[A-Z_]+[A-Z]\\b");
  private static final Pattern DEFAULTED =
      Pattern.compile("\\$\\{(?:env\\.)?(DIUN_[A-Z_]+[A-Z])(?::-|:)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|(?: `[^`]+` \\|)? `(DIUN_[A-Z_]+)` \\|");

  private static final Pattern CODE = Pattern.compile("```sh\n(.*?)\n```", Pattern.DOTALL);

  private final String readme = read("README.md");
  private final String configuration = read("docs/configuration.md");

  @Test
  void everySettingHasARowWithItsKeyVariableAndDefault() {
    for (var setting : Setting.values()) {
      var defaultValue =
          setting.defaultValue().isEmpty() ? "none" : "`" + setting.defaultValue() + "`";
      assertThat(configuration)
          .contains(
              "| `%s` | `%s` | %s | "
                  .formatted(setting.key(), setting.environmentName(), defaultValue));
    }
    assertThat(configuration).contains("`" + ConfigReader.ORIGINAL_WEBHOOK_SECRET + "`");
  }

  @Test
  void everySettingOfAChannelHasARow() {
    for (var setting : ChannelSetting.values()) {
      var key = setting.of("home-lab");
      assertThat(configuration)
          .contains("| `%s` | `%s` | ".formatted(key.key(), key.environmentName()));
    }
  }

  @Test
  void theTablesListExactlyTheVariablesThatAreRead() {
    var read = variables(VARIABLE, read("server-config/wildfly/datasources.cli"));
    read.addAll(variables(VARIABLE, read("server-config/wildfly/mail.cli")));
    read.addAll(variables(DEFAULTED, read("server-config/wildfly/run")));
    Stream.concat(Stream.of(Setting.values()), ChannelReader.keys("home-lab"))
        .map(ConfigKey::environmentName)
        .forEach(read::add);
    assertThat(variables(ROW, configuration)).isEqualTo(read);
  }

  @Test
  void theQuickStartHasOneCommandToRunAndOneToTest() {
    var quickStart =
        readme.substring(readme.indexOf("## Quick start"), readme.indexOf("## Configure Diun"));
    var commands = CODE.matcher(quickStart).results().map(match -> match.group(1)).toList();
    assertThat(commands)
        .containsExactly(
            "server-config/wildfly/run", "mvn --batch-mode --no-transfer-progress verify");
    assertThat(read(".ci/run")).endsWith("exec " + commands.get(1) + "\n");
  }

  @Test
  void theReadmeIsShortAndLinksToTheSettings() {
    assertThat(readme.lines().count()).isLessThan(120);
    assertThat(readme).contains("(docs/configuration.md)");
  }

  private static Set<String> variables(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount()))
        .collect(toCollection(TreeSet::new));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
