package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {

  private static final String DIGEST =
      "sha256:35c71506156a8e56a3324e9b9afd8720d48d5b850756455a18cd621701149037";

  @Test
  void referencesAreParsed() {
    assertThat(Image.parse("docker.io/library/nginx:1.29"))
        .isEqualTo(new Image("docker.io/library/nginx", "1.29", ""));
    assertThat(Image.parse("registry.lan:5000/team/api:1.4.2"))
        .isEqualTo(new Image("registry.lan:5000/team/api", "1.4.2", ""));
    assertThat(Image.parse("registry.lan:5000/team/api"))
        .isEqualTo(new Image("registry.lan:5000/team/api", "", ""));
    assertThat(Image.parse("docker.io/portainer/portainer-ce:2.33.0@" + DIGEST))
        .isEqualTo(new Image("docker.io/portainer/portainer-ce", "2.33.0", DIGEST));
    assertThat(Image.parse("ghcr.io/acme/tool@" + DIGEST))
        .isEqualTo(new Image("ghcr.io/acme/tool", "", DIGEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx",
        "docker.io/library/nginx:1.29",
        "GHCR.io/Acme/app:V1.0_RC",
        "localhost:5000/ops/agent:v2",
        "<img src=x onerror=alert(1)>",
        "a@b:c",
        ":",
        "@",
        "x:@"
      })
  void toStringIsTheParsedReference(String reference) {
    assertThat(Image.parse(reference)).hasToString(reference);
    assertThat(Image.parse(reference).key()).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io, nginx",
    "library/nginx, docker.io, library/nginx",
    "docker.io/library/nginx, docker.io, library/nginx",
    "ghcr.io/acme/app, ghcr.io, acme/app",
    "registry:5000/app, registry:5000, app",
    "localhost/app, localhost, app",
    "NAS/team/app, NAS, team/app",
    "myRegistry/app, myRegistry, app",
    "LOCALHOST/app, LOCALHOST, app",
    "Nginx, docker.io, Nginx"
  })
  void theRegistryIsAHostOrHasUpperCase(String name, String registry, String repository) {
    var image = Image.parse(name + ":1");
    assertThat(image.registry()).isEqualTo(registry);
    assertThat(image.repository()).isEqualTo(repository);
  }

  @Test
  void deploymentsOfATagHaveTheSameKey() {
    var key = Image.parse("docker.io/portainer/portainer-ce:2.33.0@" + DIGEST).key();
    assertThat(key).isEqualTo("docker.io/portainer/portainer-ce:2.33.0");
  }

  @Test
  void theKeyOfAnImageWithoutATagHasItsDigest() {
    assertThat(Image.parse("ghcr.io/acme/tool@" + DIGEST).key())
        .isEqualTo("ghcr.io/acme/tool@" + DIGEST);
  }

  @ParameterizedTest
  @CsvSource({"'',is empty", "'  ',is empty"})
  void emptyReferencesAreInvalid(String reference, String message) {
    assertThatThrownBy(() -> Image.parse(reference))
        .isInstanceOfSatisfying(
            InvalidImageException.class, e -> assertThat(e.reason()).isEqualTo(message));
  }

  @Test
  void theMaximumLengthIsAccepted() {
    assertThat(Image.parse("a".repeat(456))).hasToString("a".repeat(456));
    assertThatThrownBy(() -> Image.parse("a".repeat(457)))
        .isInstanceOfSatisfying(
            InvalidImageException.class,
            e -> assertThat(e.reason()).isEqualTo("is longer than 456 characters"));
  }
}
