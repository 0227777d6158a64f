package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Images with their occurrences as files. */
@ServerDependent
@ParameterizedClass
@EnumSource(Installation.class)
class ExportIT {

  private static final String IMAGES =
      "\r\ndocker.io/export/api:2,docker.io,export/api,2,'=export,'=export,,,pending,rebuild,,2,sha256:1111,,update,docker,,TIME,,,,false,,,1"
          + "\r\ndocker.io/export/web:1,docker.io,export/web,1,'=export,'=export,,,acknowledged,rebuild,,1,sha256:1111,,update,docker,,TIME,TIME,,,false,\"say \"\"yes\"\"\",,1\r\n";

  @Parameter private Installation installation;

  @Test
  void anExportHasTheImagesOfASearchWithTheirOccurrences() {
    for (var image : List.of("docker.io/export/web:1", "docker.io/export/api:2")) {
      server().notify(Payloads.of(image).replace("\"nas\"", "\"=export\""));
    }
    server()
        .send(
            "POST",
            "api/v1/acknowledgements",
            "{\"images\":[\"docker.io/export/web:1\"],\"note\":\"say \\\"yes\\\"\"}");
    var json = get("api/v1/export?q=host:%3Dexport");
    assertThat(header(json, "Content-Type"))
        .isEqualToIgnoringCase("application/x-ndjson;charset=UTF-8");
    assertThat(header(json, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"diun-dashboard-images.jsonl\"");
    assertThat(json.body()).isEqualTo(listed());
    var csv = get("api/v1/export?q=host:%3Dexport&format=csv");
    assertThat(header(csv, "Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(header(csv, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"diun-dashboard-images.csv\"");
    assertThat(csv.body().replaceAll("20\\d\\d-[-0-9T:.]+Z", "TIME"))
        .startsWith("image,registry,repository,image_tag,host,")
        .endsWith(IMAGES);
  }

  @Test
  void theFormatIsThatOfTheParameterOrOfTheHeader() {
    assertThat(header(get("api/v1/export", "Accept", "text/csv"), "Content-Type"))
        .startsWith("text/csv");
    assertThat(
            header(
                get("api/v1/export?format=jsonl", "Accept", "text/csv, */*;q=0.1"), "Content-Type"))
        .startsWith("application/x-ndjson");
    var unknown = get("api/v1/export?format=xml");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body())
        .isEqualTo(
            "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Unknown format 'xml'. Use jsonl or csv.\",\"field\":\"format\",\"code\":\"unknown-format\",\"params\":{\"value\":\"xml\"}}");
    assertThat(get("api/v1/export?q=older:soon").statusCode()).isEqualTo(400);
  }

  @Test
  void anUnchangedExportIsNotSentAgain() {
    var tag = header(get("api/v1/export?q=export-nothing"), "ETag");
    var again = get("api/v1/export?q=export-nothing", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  /** The items of the list of images, each in a line. */
  private String listed() {
    var list = get("api/v1/images?state=all&sort=name&q=host:%3Dexport").body();
    try (var reader = Json.createReader(new StringReader(list))) {
      var lines = new StringBuilder();
      reader.readObject().getJsonArray("items").forEach(item -> lines.append(item).append('\n'));
      return lines.toString();
    }
  }

  private AppServer server() {
    return installation.server();
  }

  private HttpResponse<String> get(String path, String... headers) {
    return server().send("GET", path, null, headers);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow().replace("; charset", ";charset");
  }
}
