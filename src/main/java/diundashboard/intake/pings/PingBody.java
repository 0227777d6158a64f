package diundashboard.intake.pings;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.heartbeats.RunCounts;
import diundashboard.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.regex.Pattern;

/**
 * The body of the ping at the end of a run, such as {@code 41 tag(s) have been scanned:}, followed
 * by lines such as {@code * 2 new tag(s) found}. A ping is valid whatever its body is.
 */
final class PingBody {

  /** Diun sends less than 200 bytes. The rest is ignored. */
  private static final int MAX_BYTES = 8192;

  private static final Pattern LINE =
      Pattern.compile(
          "^[* ]{0,4}(\\d{1,9}) (?:new )?tag\\(s\\) (have been scanned|found|updated|unchanged|skipped|with error)",
          Pattern.MULTILINE);

  private PingBody() {}

  static RunCounts read(InputStream body) {
    try {
      return parse(new String(body.readNBytes(MAX_BYTES), UTF_8));
    } catch (IOException | ProblemException e) { // it is incomplete, too slow or too large
      return RunCounts.UNKNOWN;
    }
  }

  static RunCounts parse(String text) {
    var counts = new HashMap<String, Integer>();
    LINE.matcher(text)
        .results()
        .forEach(line -> counts.putIfAbsent(line.group(2), Integer.valueOf(line.group(1))));
    return new RunCounts(
        counts.get("have been scanned"),
        counts.get("found"),
        counts.get("updated"),
        counts.get("unchanged"),
        counts.get("skipped"),
        counts.get("with error"));
  }
}
