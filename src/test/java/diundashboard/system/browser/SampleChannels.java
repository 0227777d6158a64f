package diundashboard.system.browser;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Sample data of the channels: one that works, one that is new, and one that fails. */
final class SampleChannels {

  static final String JSON =
      Samples.array(
              List.of(
                  channel("family", "mail", "ada@example.com, bob@example.com", "daily 08:00")
                      .add("last_success_at", Samples.hoursAgo(20))
                      .add("failures", 0)
                      .add("remind_days", 30)
                      .add("next_at", "2036-11-29T07:00:00Z")
                      .build(),
                  channel("ops", "ntfy", "ntfy.example", "at-once")
                      .add("events", Json.createArrayBuilder(List.of("updates", "silent")))
                      .add("filter", "tag:prod kind:major")
                      .add("failures", 0)
                      .build(),
                  channel("pipeline", "webhook", "ci.example", "weekly mon 09:30")
                      .add("last_success_at", Samples.hoursAgo(30))
                      .add("last_failure_at", Samples.hoursAgo(1))
                      .add("last_failure", "ci.example answered <b>503</b>.")
                      .add("failures", 12)
                      .add("next_at", "2036-11-29T07:00:00Z")
                      .build()))
          .build()
          .toString();

  private SampleChannels() {}

  private static JsonObjectBuilder channel(
      String name, String type, String destination, String schedule) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("type", type)
        .add("destination", destination)
        .addNull("filter")
        .add("schedule", schedule)
        .add("zone", "Europe/Berlin")
        .addNull("remind_days")
        .add("events", Json.createArrayBuilder().add("updates"))
        .add("language", "en")
        .addNull("last_success_at")
        .addNull("last_failure_at")
        .addNull("last_failure")
        .addNull("next_at");
  }
}
