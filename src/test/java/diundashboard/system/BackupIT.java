package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Backups of a running server. */
@ServerDependent
class BackupIT {

  private static final List<String> NOTIFICATIONS =
      List.of("03-docker-update-latest", "10-kubernetes-pod", "32-containerd-container");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void theCopyHasEveryRow() {
    var server = Installation.SQLITE.server();
    for (var name : NOTIFICATIONS) server.notify(Payloads.read(name));
    server.send("POST", "api/v1/acknowledgements", "{\"filter\":\"traefik\",\"note\":\"Zoë\"}");
    await().untilAsserted(() -> assertCopied(server)); // the server may write meanwhile
  }

  private static void assertCopied(AppServer server) throws SQLException {
    var response = download(server, BodyHandlers.ofFile(folder().resolve("copy.db")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.sqlite3");
    assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"diun-dashboard-\\d{8}T\\d{6}Z\\.db\"");
    try (var original = Installation.SQLITE.connect();
        var copy = DriverManager.getConnection("jdbc:sqlite:" + response.body())) {
      assertThat(tables(copy)).isEqualTo(tables(original)).containsKey("activity");
    }
  }

  @Test
  void aClientThatLeavesEndsTheBackup() throws IOException {
    var server = Installation.SQLITE.server();
    download(server, BodyHandlers.ofInputStream()).body().close();
    await().until(() -> server.get("api/v1/backup").statusCode() == 200);
    assertThat(server.send("HEAD", "api/v1/backup", null).statusCode()).isEqualTo(200);
    assertThat(server.get("api/v1/backup").statusCode()).isEqualTo(200);
    try (var files = Files.list(server.data())) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.contains("backup"));
    }
  }

  @Test
  void postgresqlHasItsOwnCommand() {
    var answer = Installation.POSTGRESQL.server().get("api/v1/backup");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .matches(
            "\\{\"title\":\"Conflict\",\"status\":409,\"detail\":\"The database is PostgreSQL\\. Make a backup with: (pg_dump --format=custom --file=diun-dashboard\\.dump 'postgresql://\\w+@[^/:]+:\\d+/\\w+')\",\"code\":\"dump-required\",\"params\":\\{\"command\":\"\\1\"}}");
  }

  /** A server with the copy answers as the one that made it. */
  @Test
  @FaultTest
  void aRestoredServerAnswersTheSame() {
    var folder = folder();
    try (var server = Installation.SQLITE.startAnother("backed-up", Map.of())) {
      for (var name : NOTIFICATIONS) server.notify(Payloads.read(name));
      server.send("POST", "api/v1/acknowledgements", "{\"filter\":\"nginx\"}");
      server.send("POST", "api/v1/tags", "{\"name\":\"media\"}");
      download(server, BodyHandlers.ofFile(folder.resolve("diun.db")));
      var settings = Map.of("DIUN_SQLITE_FILE", folder.resolve("diun.db").toString());
      try (var restored = AppServer.start(folder, settings)) {
        assertThat(answers(restored)).isEqualTo(answers(server));
      }
    }
  }

  private static Map<String, String> answers(AppServer server) {
    var answers = new TreeMap<String, String>();
    for (var path :
        List.of(
            "updates",
            "tags",
            "v1/inbox?limit=500",
            "v1/images?state=all&limit=500&counts=tag,host,registry,stack,state",
            "v1/images/docker.io/library/nginx:latest",
            "v1/hosts",
            "v1/tags",
            "v1/actions",
            "v1/activity?limit=500",
            "v1/insights",
            "v1/rejections",
            "v1/notifications/tests",
            "v1/summary")) {
      answers.put(path, server.get("api/" + path).body());
    }
    return answers;
  }

  private static Path folder() {
    return Installation.folder("backup");
  }

  private static <T> HttpResponse<T> download(
      AppServer server, HttpResponse.BodyHandler<T> handler) {
    var request = HttpRequest.newBuilder(URI.create(server.uri() + "api/v1/backup")).build();
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the rows of each table and the statements of the schema. */
  private static Map<String, List<String>> tables(Connection connection) throws SQLException {
    var tables = new TreeMap<String, List<String>>();
    tables.put("schema", rows(connection, "SELECT type, name, sql FROM sqlite_schema"));
    for (var table :
        rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql <> ''")) {
      tables.put(table, rows(connection, "SELECT * FROM " + table));
    }
    return tables;
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var values = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i));
        }
        rows.add(String.join("|", values));
      }
      rows.sort(null);
      return rows;
    }
  }
}
