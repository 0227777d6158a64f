package diundashboard.inbox;

import diundashboard.inbox.InboxItem.OccurrenceView;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.text.CsvText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The formats of an export. */
enum ExportFormat {
  /** One image in a line, as in the list of images. */
  JSONL {
    @Override
    String header() {
      return "";
    }

    @Override
    String linesOf(InboxItem item) {
      return JsonbProvider.write(item) + "\n";
    }
  },

  /** One occurrence in a line, with its image. */
  CSV {
    @Override
    String header() {
      return CsvText.line(Stream.of(COLUMNS.split(",")).toList());
    }

    @Override
    String linesOf(InboxItem item) {
      var lines = new StringBuilder();
      for (var place : item.occurrences()) lines.append(CsvText.line(fieldsOf(item, place)));
      return lines.toString();
    }
  };

  private static final String COLUMNS =
      "image,registry,repository,image_tag,host,host_name,workload,stack,state,kind,from,to,digest,platform,status,provider,created,received_at,acknowledged_at,acknowledged_by,snoozed_until,held,note,tag,times_notified";

  /**
   * Parses a format.
   *
   * @throws InvalidInputException if it is unknown
   */
  static ExportFormat of(String text) {
    return EnumNames.find(ExportFormat.class, text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "format",
                    ProblemCode.UNKNOWN_FORMAT,
                    Map.of("value", text),
                    "Unknown format '%s'. Use %s."
                        .formatted(text, EnumNames.list(ExportFormat.class))));
  }

  /** What the export begins with. */
  abstract String header();

  /** The lines of an image, each with its end. */
  abstract String linesOf(InboxItem item);

  private static List<?> fieldsOf(InboxItem item, OccurrenceView place) {
    var image = item.image();
    var tag = item.tag();
    return Arrays.asList(
        image.reference(),
        image.registry(),
        image.repository(),
        image.tag(),
        place.host(),
        place.hostName(),
        place.workload(),
        place.stack(),
        place.state(),
        place.change().kind(),
        place.change().from(),
        place.change().to(),
        place.digest(),
        place.platform(),
        place.status(),
        place.provider(),
        place.created(),
        place.receivedAt(),
        place.acknowledgedAt(),
        place.acknowledgedBy(),
        place.snoozedUntil(),
        place.held(),
        place.note(),
        tag == null ? null : tag.name(),
        item.timesNotified());
  }
}
