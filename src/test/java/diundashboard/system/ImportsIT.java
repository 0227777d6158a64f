package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Imports as a user or a script sends them. */
@ServerDependent
@EachDatabase
class ImportsIT {

  private static final String GRAFANA = "docker.io/grafana/grafana:latest";
  private static final int MEBIBYTE = 1024 * 1024;

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void aMissedNotificationIsPendingWithItsVersionsUntilItIsUndone() {
    notifyOfGrafana();
    server.send("PATCH", "api/updates/" + GRAFANA, null);
    var before = details();
    var inspect = Payloads.readImport("grafana-inspect") + Payloads.readImport("image-list");
    assertThat(server.send("POST", "api/v1/imports?host=nas&dry_run=true", inspect).statusCode())
        .isEqualTo(200);
    assertThat(details()).isEqualTo(before);

    var imported = server.send("POST", "api/v1/imports?host=nas", inspect);
    assertThat(imported.statusCode()).isEqualTo(201);
    var result = Texts.object(imported.body());
    assertThat(counts(result)).isEqualTo("3 images, 0 same, 1 missed, 2 new, 0 older, 3 digests");
    var id = result.getInt("id");
    assertThat(imported.headers().firstValue("Location"))
        .hasValue(server.uri().resolve("api/v1/imports/" + id).toString());
    var row =
        Texts.object(server.get("api/v1/images").body()).getJsonArray("items").getJsonObject(0);
    assertThat(row.getJsonObject("image").getString("reference")).isEqualTo(GRAFANA);
    assertThat(row.getJsonObject("change").toString())
        .isEqualTo("{\"kind\":\"minor\",\"from\":\"13.0.2\",\"to\":\"13.1.0\"}");
    assertThat(Texts.object(server.get("api/v1/images").body()).getJsonArray("items")).hasSize(1);

    var again = Texts.object(server.send("POST", "api/v1/imports?host=nas", inspect).body());
    assertThat(counts(again)).isEqualTo("3 images, 3 same, 0 missed, 0 new, 0 older, 0 digests");
    assertThat(again.isNull("id")).isTrue();
    var past = Texts.object(server.get("api/v1/imports").body()).getJsonArray("items");
    assertThat(past).hasSize(1);
    assertThat(past.getJsonObject(0).getInt("count")).isEqualTo(3);

    assertThat(server.send("DELETE", "api/v1/imports/" + id, null).statusCode()).isEqualTo(204);
    assertThat(details()).isEqualTo(before);
    assertThat(server.images()).containsExactly(GRAFANA);
  }

  @Test
  void largeImportsAreReceivedPackedOrNot() throws IOException {
    notifyOfGrafana();
    var large = Payloads.readImport("grafana-inspect") + " ".repeat(11 * MEBIBYTE);
    assertThat(server.send("POST", "api/v1/imports?host=nas", large).statusCode()).isEqualTo(201);
    assertThat(sendPacked(large).statusCode()).isEqualTo(201);
    assertThat(temporaryFiles()).isZero();
  }

  /** On PostgreSQL, they wait for each other, and one of them is tried again. */
  @Test
  @FaultTest
  void importsAndNotificationsOfTheSameNewImages() throws Exception {
    notifyOfGrafana();
    var threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        var work = new ArrayList<Callable<Integer>>();
        var output = new StringBuilder();
        for (int i = 0; i < 30; i++) {
          var name = "new-%d-%02d".formatted(round, i);
          output.append(
              "{\"image\":{\"name\":\"%s\",\"manifests\":[{\"tag\":\"1\",\"digest\":\"sha256:1\"}]}}"
                  .formatted(name));
          work.add(0, () -> server.notify(Payloads.of(name + ":1", "sha256:1")).statusCode());
        }
        var body = output.toString();
        for (int i = 0; i < 3; i++) {
          work.add(i * 10, () -> server.send("POST", "api/v1/imports?host=nas", body).statusCode());
        }
        for (var status : threads.invokeAll(work)) assertThat(status.get()).isIn(200, 201);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(
            installation.query(
                "SELECT count(*) FROM occurrences WHERE image LIKE 'new-%' AND state <> 'pending'"))
        .isEqualTo("0");
    assertThat(installation.query("SELECT sum(opened) FROM activity"))
        .isEqualTo(
            installation.query("SELECT count(*) FROM updates WHERE acknowledged_at IS NULL"));
  }

  @Test
  void tooLargeImportsAreRejected() throws IOException {
    notifyOfGrafana();
    var tooLarge = " ".repeat(32 * MEBIBYTE + 1);
    UpdatesIT.assertProblem(
        sendPacked(tooLarge),
        413,
        """
        {"title":"Request Entity Too Large","status":413,"detail":"The request body is larger than 32 MiB.","code":"body-too-large","params":{"max_bytes":33554432}}""");
    UpdatesIT.assertProblem(
        server.send("POST", "api/v1/imports?host=nas", "{\"images\":[]}\n{\"images\":[},]"),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"The import is not valid JSON at line 2, column 12. Send the output of diun image inspect --raw or diun image list --raw, one after the other.","code":"import-not-json","params":{"line":2,"column":12}}""");
    assertThat(temporaryFiles()).isZero();
  }

  private void notifyOfGrafana() {
    var body =
        """
        {"diun_version":"v4.33.0","hostname":"nas","status":"new","provider":"docker","image":"%s","digest":"sha256:02bd0a1c1b1a","created":"2026-10-14T09:12:44.123456789Z","platform":"linux/amd64","metadata":{"ctn_names":"grafana"}}"""
            .formatted(GRAFANA);
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
  }

  /** The image without its history, and without the links that its labels add. */
  private JsonObject details() {
    var details = Texts.object(server.get("api/v1/images/" + GRAFANA).body());
    return Json.createObjectBuilder(details).remove("history").remove("links").build();
  }

  private static String counts(JsonObject result) {
    return List.of("images", "same", "missed", "new", "older", "digests").stream()
        .map(name -> result.getInt(name) + " " + name)
        .collect(joining(", "));
  }

  private HttpResponse<String> sendPacked(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    var request =
        HttpRequest.newBuilder(server.uri().resolve("api/v1/imports?host=nas"))
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private long temporaryFiles() {
    try (var files = Files.walk(server.data())) {
      return files.filter(file -> file.getFileName().toString().matches("body\\d+.*")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
