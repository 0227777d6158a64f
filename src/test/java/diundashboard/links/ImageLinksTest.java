package diundashboard.links;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.images.Image;
import diundashboard.platform.config.Settings;
import diundashboard.platform.json.JsonReaders;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLinksTest {

  private static final ImageLinks BUILT_IN = with("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ghcr.io/acme/web:1           | release_notes https://github.com/acme/web/releases template
          ghcr.io/acme/web/worker:1    | release_notes https://github.com/acme/web/releases template
          lscr.io/linuxserver/sonarr:4 | release_notes https://github.com/linuxserver/docker-sonarr/releases template
          linuxserver/sonarr:4         | release_notes https://github.com/linuxserver/docker-sonarr/releases template, tags https://hub.docker.com/r/linuxserver/sonarr/tags template
          docker.io/library/nginx:1    | tags https://hub.docker.com/_/nginx/tags template
          quay.io/a/b@sha256:0123456789012345678901234567890123 | tags https://quay.io/repository/a/b?tab=tags template
          registry.lan:5000/web:1      | ''
          ghcr.io/a"><b>/c d:1         | release_notes https://github.com/a%22%3E%3Cb%3E/c%20d/releases template""")
  void commonRegistriesAreBuiltIn(String image, String links) {
    assertThat(links(BUILT_IN, image, "{}", null)).isEqualTo(links);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"release_notes":"https://a.example/1","changelog":"https://a.example/2"} | https://label.example | release_notes https://a.example/1 metadata, source https://label.example label
          {"release_notes":"javascript:alert(1)","changelog":"HTTP://a.example/2"}  |                       | release_notes HTTP://a.example/2 metadata
          {"source":"https://gitlab.com/a/b/c.git"}                                 | https://label.example | release_notes https://gitlab.com/a/b/c/-/releases metadata, source https://gitlab.com/a/b/c.git metadata
          {"source":7}                                                              | https://github.com/a/b/tree/main/c | release_notes https://github.com/a/b/releases label, source https://github.com/a/b/tree/main/c label
          {}                                                                        | git@github.com:a/b    | ''""")
  void usersAndPublishersNameThem(String metadata, String label, String links) {
    assertThat(links(BUILT_IN, "registry.lan/web:1", metadata, label)).isEqualTo(links);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ghcr.io/acme/web:v1.2.3-alpine | release_notes https://git.acme.example/acme/web/v/1.2.3 template
          ghcr.io/acme/web:latest        | release_notes https://git.acme.example/web template
          ghcr.io/acme/private/web:1     | ''
          ghcr.io/other/web:1            | release_notes https://github.com/other/web/releases template
          registry.lan:5000/web:1        | release_notes https://registry.lan:5000/ui/web/1 template
          docker.io/library/nginx:1      | ''""")
  void settingsReplaceTheBuiltInOnes(String image, String links) {
    var own =
        with(
            """
            ghcr.io/acme/private/*=none
            # with a version
            ghcr.io/acme/*=https://git.acme.example/{repository}/v/{version}
            ghcr.io/acme/*=https://git.acme.example/{name}
            registry.lan:5000/* = https://{registry}/ui/{repository}/{tag}, docker.io/*=none""");
    assertThat(links(own, image, "{}", null)).isEqualTo(links);
  }

  private static ImageLinks with(String templates) {
    var config = new SmallRyeConfigBuilder().withDefaultValue("diun.links", templates).build();
    var settings = Settings.read(config);
    settings.validate();
    return new ImageLinks(settings);
  }

  private static String links(ImageLinks links, String image, String metadata, String source) {
    var parsed = Image.parse(image);
    return links
        .of(parsed, parsed.tag(), List.of(JsonReaders.read(metadata).asJsonObject()), source)
        .stream()
        .map(link -> link.rel() + " " + link.href() + " " + link.by())
        .collect(joining(", "));
  }
}
