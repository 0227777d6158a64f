package diundashboard.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import diundashboard.Payloads;
import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.ImageLabels;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportParserTest {

  private static final String INSPECT = Payloads.readImport("grafana-inspect");
  private static final String LIST = Payloads.readImport("image-list");

  @Test
  void bothOutputsAreRead() throws IOException {
    var index = "application/vnd.oci.image.index.v1+json";
    assertThat(parse(LIST))
        .containsExactly(
            new Manifest(
                new Image("docker.io/library/alpine", "3.22", ""),
                "sha256:a1b1",
                index,
                "2026-07-15T20:31:00Z",
                "linux/amd64",
                new ImageLabels("sha256:a1b1", "", "", "", "", "2026-07-15T20:31:00Z")),
            new Manifest(
                new Image("docker.io/library/nginx", "1.29", ""),
                "sha256:4911",
                index,
                "2026-11-11T01:02:03Z",
                "linux/amd64",
                new ImageLabels("sha256:4911", "1.29.5", "", "", "", "2026-11-11T01:02:03Z")));
    assertThat(parse(INSPECT))
        .extracting(each -> each.image() + " " + each.digest() + " " + each.labels().version())
        .containsExactly(
            "docker.io/grafana/grafana:latest sha256:02bd0a1c1b1a 13.0.2",
            "docker.io/grafana/grafana:latest sha256:131bd0a1c1b1 13.1.0");
    assertThat(parse(INSPECT).get(0).labels().source())
        .isEqualTo("https://github.com/grafana/grafana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\r\n\r\n", "\n\uFEFF"})
  void outputsMayFollowEachOther(String separator) throws IOException {
    assertThat(parse("\uFEFF" + INSPECT.strip() + separator + LIST.strip() + separator + INSPECT))
        .hasSize(6);
  }

  @Test
  void whatIsMissingOrOddIsEmpty() throws IOException {
    var odd =
        """
        {"more":[{"a":[1]}],"image":{"manifests":[null,7,[{"digest":"x"}],
          {"tag":"1","digest":"sha256:1","created":"0001-01-01T00:00:00Z","labels":null,"platform":7},
          {"tag":"2","digest":"","labels":{"a":{"b":["}"]}}},
          {"digest":"sha256:3333333333333333333333333333333333333333333333333333333333333333","size":{"n":1},
           "labels":{"platform":"x","digest":"y","org.opencontainers.image.version":" v3\\u0000 ","org.opencontainers.image.url":5}}],
          "name":"docker.io/odd"}}""";
    var unknown = DiunEvent.CREATED_UNKNOWN;
    var digest = "sha256:" + "3".repeat(64);
    assertThat(parse(odd))
        .containsExactly(
            new Manifest(
                new Image("docker.io/odd", "1", ""),
                "sha256:1",
                "",
                unknown,
                "",
                new ImageLabels("sha256:1", "", "", "", "", unknown)),
            new Manifest(
                new Image("docker.io/odd", "", digest),
                digest,
                "",
                unknown,
                "",
                new ImageLabels(digest, "v3\uFFFD", "", "", "", unknown)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                  | import-not-json | 1 | 1
          ` `                                                 | import-not-json | 1 | 1
          ` [{}]`                                             | import-not-json | 1 | 2
          `nginx`                                             | import-not-json | 1 | 1
          `{"images":[]} ] `                                  | import-not-json | 1 | 15
          `{"images":[]}N  {"image":{"name":"a" 1}}`          | import-not-json | 2 | 24
          `{"images":[]}N{"images":[N{"name":"a"},N{"name":b` | import-not-json | 4 | 9
          `{"images":[]}N{"images":[`                         | import-not-json | 2 | 12
          `{"image":{"name":"a","manifests":[}]}`             | import-not-json | 1 | 35
          `{"image":"docker.io/library/nginx:latest"}`        | invalid-import  | 1 | 1
          `{"images":[]}N {"image":[]}`                       | invalid-import  | 2 | 2
          `{"images":[{"name":"a"},{"manifestsCount":"3"}]}`  | invalid-import  | 1 | 25
          `{"images":[{"name":"https://a"}]}`                 | invalid-import  | 1 | 12
          """)
  void otherTextIsRejectedWithItsPosition(String text, String code, long line, long column) {
    assertThatExceptionOfType(InvalidImportException.class)
        .isThrownBy(() -> parse(text.replace("N", "\n")))
        .satisfies(
            e ->
                assertThat(
                        List.of(e.code().value(), e.params().get("line"), e.params().get("column")))
                    .isEqualTo(List.of(code, line, column)));
  }

  @Test
  void anImageNameThatIsTooLongIsRejected() {
    var text = "{\"image\":{\"name\":\"%s\",\"manifests\":[{\"tag\":\"1\",\"digest\":\"d\"}]}}";
    assertThatExceptionOfType(InvalidImportException.class)
        .isThrownBy(() -> parse(text.formatted("a".repeat(460))));
  }

  @Test
  void theNumberOfManifestsIsLimited() {
    var manifests = "{\"tag\":\"1\",\"digest\":\"d\"},".repeat(ImportParser.MAX_MANIFESTS);
    assertThatExceptionOfType(InvalidImportException.class)
        .isThrownBy(
            () -> parse("{\"image\":{\"name\":\"a\",\"manifests\":[%s{}]}}".formatted(manifests)))
        .withMessage("The import has more than 100000 manifests. Send it in parts.");
  }

  @Test
  void deepNestingIsRejected() {
    assertThatExceptionOfType(InvalidImportException.class)
        .isThrownBy(() -> parse("{\"x\":" + "[".repeat(100_000)));
  }

  private static List<Manifest> parse(String text) throws IOException {
    return ImportParser.parse(new StringReader(text));
  }
}
