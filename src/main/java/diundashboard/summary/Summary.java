package diundashboard.summary;

import static java.util.stream.Collectors.toMap;

import diundashboard.hosts.Host;
import diundashboard.inbox.InboxSummary;
import diundashboard.versions.ChangeKind;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of images and hosts for widgets.
 *
 * @param byKind pending images by {@link ChangeKind#value()}, the riskiest first
 * @param oldestPendingSince null if no image is pending
 * @param images in any state
 */
@JsonbPropertyOrder({
  "pending",
  "byKind",
  "oldestPendingSince",
  "snoozed",
  "held",
  "done",
  "muted",
  "images",
  "hosts",
  "silentHosts"
})
public record Summary(
    long pending,
    Map<String, Long> byKind,
    Instant oldestPendingSince,
    long snoozed,
    long held,
    long done,
    long muted,
    long images,
    long hosts,
    long silentHosts) {

  static Summary of(InboxSummary inbox, List<Host> hosts) {
    return new Summary(
        inbox.pending(),
        byKind(inbox),
        inbox.oldestPendingSince().orElse(null),
        inbox.snoozed(),
        inbox.held(),
        inbox.done(),
        inbox.muted(),
        inbox.images(),
        hosts.size(),
        hosts.stream().filter(Host::raisesAlarm).count());
  }

  private static Map<String, Long> byKind(InboxSummary inbox) {
    return inbox.byKind().entrySet().stream()
        .collect(
            toMap(
                kind -> kind.getKey().value(), Map.Entry::getValue, Long::sum, LinkedHashMap::new));
  }
}
