package diundashboard.system.stock;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Installation instructions, whose commands the tests run unchanged. */
record Readme(String text) {

  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)\n```", Pattern.DOTALL);

  static Readme of(String file) {
    try {
      return new Readme(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all commands below a heading, as one script. */
  String commands(String heading) {
    var commands = blocks(heading).collect(joining("\n"));
    if (commands.isEmpty()) throw new IllegalArgumentException("No commands below " + heading);
    return commands;
  }

  /** Returns the commands below a heading from a block on, as one script; the first is 1. */
  String commandsFrom(String heading, int block) {
    return blocks(heading).skip(block - 1L).collect(joining("\n"));
  }

  /** Returns one block of commands below a heading; the first is 1. */
  String commands(String heading, int block) {
    return blocks(heading).skip(block - 1L).findFirst().orElseThrow();
  }

  /** Returns the first block below a heading that is written in a language. */
  String code(String heading, String language) {
    var block = Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL);
    return block.matcher(section(heading)).results().findFirst().orElseThrow().group(1);
  }

  private Stream<String> blocks(String heading) {
    return COMMANDS.matcher(section(heading)).results().map(match -> match.group(1));
  }

  private String section(String heading) {
    var start = text.indexOf("\n## " + heading + "\n");
    if (start < 0) throw new IllegalArgumentException("No heading " + heading);
    var end = text.indexOf("\n## ", start + 1);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
