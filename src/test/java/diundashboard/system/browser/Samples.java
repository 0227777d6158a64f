package diundashboard.system.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a home server's inbox might hold: updates of every age, with and without a tag. */
final class Samples {

  private static final List<String> TAGS = List.of("databases", "games", "media", "monitoring");

  private record Sample(
      int hoursAgo, String tag, String host, String workload, String provider, String image) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(0, "", "edge", "diun", "docker", "docker.io/crazymax/diun:latest"),
          new Sample(
              18, "", "k3s", "kube-system/traefik", "kubernetes", "docker.io/library/traefik:v3.5"),
          new Sample(49, "", "nas", "api, worker", "docker", "registry.lan:5000/team/api:1.4.2"),
          new Sample(
              20, "databases", "nas", "paperless-db", "docker", "docker.io/library/postgres:16.6"),
          new Sample(
              75, "databases", "nas", "cache", "docker", "docker.io/library/redis:7.4-alpine"),
          new Sample(410, "databases", "vps", "db", "docker", "docker.io/library/mariadb:11.4"),
          new Sample(
              6, "media", "nas", "immich", "docker", "ghcr.io/immich-app/immich-server:release"),
          new Sample(
              31, "media", "nas", "jellyfin", "docker", "lscr.io/linuxserver/jellyfin:10.10.3"),
          new Sample(900, "media", "nas", "sonarr", "docker", "lscr.io/linuxserver/sonarr:latest"),
          new Sample(
              11, "monitoring", "vps", "stack_kuma", "swarm", "docker.io/louislam/uptime-kuma:1"),
          new Sample(
              125, "monitoring", "vps", "grafana", "docker", "docker.io/grafana/grafana:11.3.1"));

  private Samples() {}

  /** The answer of {@code GET api/updates}. */
  static String updates() {
    var updates = Json.createObjectBuilder();
    for (var sample : SAMPLES) updates.add(sample.image, update(sample));
    return updates.build().toString();
  }

  /** The answer of {@code GET api/tags}. */
  static String tags() {
    var tags = Json.createArrayBuilder();
    for (var name : TAGS) tags.add(tag(name));
    return tags.build().toString();
  }

  private static JsonObject update(Sample sample) {
    var received = Instant.now().minus(Duration.ofHours(sample.hoursAgo));
    var update =
        Json.createObjectBuilder()
            .add("event", event(sample, received.minus(Duration.ofHours(9))))
            .add("received_at", received.toString())
            .add("acknowledged", false);
    return (sample.tag.isEmpty() ? update.addNull("tag") : update.add("tag", tag(sample.tag)))
        .build();
  }

  private static JsonObject event(Sample sample, Instant created) {
    return Json.createObjectBuilder(Backend.notification(sample.image))
        .add("hostname", sample.host)
        .add("provider", sample.provider)
        .add("status", sample.hoursAgo == 31 ? "new" : "update")
        .add("digest", digestOf(sample.image))
        .add("created", created.toString())
        .add("metadata", Json.createObjectBuilder().add("ctn_names", sample.workload))
        .build();
  }

  /** Made up, but with the looks of a real one. */
  private static String digestOf(String image) {
    return "sha256:%016x".formatted(image.hashCode() * 0x9E3779B97F4A7C15L) + "0".repeat(48);
  }

  private static JsonObject tag(String name) {
    return Json.createObjectBuilder().add("id", TAGS.indexOf(name) + 1).add("name", name).build();
  }
}
