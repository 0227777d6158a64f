package diundashboard.system;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight clients at once read what grows with the data, of 100,000 images or {@code -Dimages}. */
@FaultTest
@ServerDependent
@ParameterizedClass
@EnumSource(Installation.class)
class LargeResponsesIT {

  private static final int IMAGES = Integer.getInteger("images", 100_000);
  private static final int PLACES = 10_000;
  private static final int CLIENTS = 8;
  private static final int ATTEMPTS = 5;
  private static final String EVERYWHERE = "registry1.lan/team1/app1:1.1";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

  @Parameter private Installation installation;
  private AppServer server;

  @BeforeParameterizedClassInvocation
  static void fill(Installation installation) throws SQLException {
    installation.empty();
    try (var connection = installation.connect()) {
      ManyImages.fill(connection, IMAGES);
    }
    installation.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at)
        WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < %d)
        SELECT image, 'place' || i, workload, status, provider, digest, stack, metadata, search, received_at
        FROM occurrences, numbers WHERE image = '%s' AND hostname = 'host1'"""
            .formatted(PLACES, EVERYWHERE));
  }

  @AfterParameterizedClassInvocation
  static void empty(Installation installation) {
    installation.empty();
  }

  @BeforeEach
  void findServer() {
    server = installation.server();
  }

  @AfterEach
  void endThreads() {
    threads.shutdown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/updates",
        "api/v1/export?format=jsonl",
        "api/v1/export?format=csv",
        "api/v1/feed.atom",
        "api/v1/insights?days=400",
        "api/v1/images?state=all&limit=500&counts=tag,host,registry,stack,state",
        "api/v1/images/" + EVERYWHERE,
        "api/v1/hosts",
        "api/v1/activity?limit=500"
      })
  void allClientsGetTheSameBody(String path) {
    for (var encoding : List.of("identity", "gzip")) {
      server.notify(Payloads.of("changed-" + encoding));
      var clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(i -> supplyAsync(() -> get(path, encoding), threads))
              .toList();
      var bodies = clients.stream().map(CompletableFuture::join).toList();
      assertThat(bodies).extracting(Body::status).containsOnly(200);
      assertThat(bodies).extracting(Body::checksum).containsOnly(bodies.get(0).checksum);
    }
    assertThat(server.get("api/v1/health/ready").statusCode()).isEqualTo(200);
    assertThat(server.log()).doesNotContain("OutOfMemoryError");
  }

  @Test
  void theExportHasEveryImageOnce() {
    var lines =
        server
            .get("api/v1/export")
            .body()
            .lines()
            .map(line -> Texts.object(line).getJsonObject("image").getString("reference"))
            .toList();
    assertThat(lines)
        .doesNotHaveDuplicates()
        .hasSize(Integer.parseInt(installation.query("SELECT count(*) FROM updates")));
  }

  @Test
  void largeBodiesHaveAnETag() {
    var first = get("api/updates", "identity");
    assertThat(first.length).isGreaterThan(400L * IMAGES);
    var unchanged = server.send("GET", "api/updates", null, "If-None-Match", first.tag);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    server.notify(Payloads.of("after-the-etag"));
    var changed = get("api/updates", "gzip");
    assertThat(changed.tag).isNotEqualTo(first.tag);
    assertThat(changed.length).isBetween(first.length + 1, first.length + 1000);
  }

  private record Body(int status, String tag, long length, long checksum) {}

  /**
   * Repeats requests as Retry-After asks: on a busy machine, a large body takes longer than the 20
   * seconds for which the other clients wait for it.
   */
  private Body get(String path, String encoding) {
    return Stream.generate(() -> getOnce(path, encoding))
        .limit(ATTEMPTS)
        .filter(body -> body.status != 503)
        .findFirst()
        .orElseThrow();
  }

  private Body getOnce(String path, String encoding) {
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .header("Accept-Encoding", encoding)
            .build();
    var checksum = new CRC32();
    try {
      var response = http.send(request, BodyHandlers.ofInputStream());
      var isZipped = response.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"));
      try (var body = response.body();
          var plain = isZipped ? new GZIPInputStream(body) : body) {
        var length =
            new CheckedInputStream(plain, checksum).transferTo(OutputStream.nullOutputStream());
        var tag = response.headers().firstValue("ETag").orElse("");
        return new Body(response.statusCode(), tag, length, checksum.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
