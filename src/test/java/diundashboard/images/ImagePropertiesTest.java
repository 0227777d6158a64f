package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of all references, including unusual ones. */
class ImagePropertiesTest {

  @Property
  void toStringIsTheParsedReference(@ForAll("references") String reference) {
    var spaceBeforeDigest = "\\s+(?=@[A-Za-z][A-Za-z0-9+._-]*:[0-9A-Fa-f]{32,}$)";
    var stripped = reference.strip().replaceFirst(spaceBeforeDigest, "");
    assertThat(Image.parse(reference)).hasToString(stripped);
  }

  @Property
  void aPrintedReferenceParsesToTheSameImage(@ForAll("references") String reference) {
    var image = Image.parse(reference);
    assertThat(Image.parse(image.toString())).isEqualTo(image);
  }

  @Property
  void keysAreKeysOfThemselves(@ForAll("references") String reference) {
    var key = Image.parse(reference).key();
    assertThat(Image.parse(key).key()).isEqualTo(key);
  }

  @Property
  void registryAndRepositoryFormTheName(@ForAll("honest") String reference) {
    var image = Image.parse(reference);
    assertThat(image.registry() + "/" + image.repository()).isEqualTo(image.name());
  }

  @Provide
  Arbitrary<String> references() {
    var pieces =
        Arbitraries.of(
            ":",
            "@",
            "/",
            ".",
            "a",
            "sha256:",
            "localhost",
            "5000",
            "0".repeat(64),
            " ",
            "é",
            "\0");
    var odd = pieces.list().ofMinSize(1).ofMaxSize(6).map(all -> String.join("", all));
    return Arbitraries.oneOf(honest(), odd, Arbitraries.strings().ofMaxLength(100))
        .filter(text -> !text.isBlank() && !text.strip().isEmpty());
  }

  /** References as Diun sends them. */
  @Provide
  Arbitrary<String> honest() {
    var registries =
        Arbitraries.of("docker.io", "ghcr.io", "localhost", "registry.lan:5000", "NAS");
    var names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(9);
    var paths = names.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts));
    var tags = Arbitraries.of("", ":latest", ":1.29-alpine", ":V1.0_RC");
    var digests = Arbitraries.of("", "@sha256:" + "0a".repeat(32));
    return Combinators.combine(registries, paths, tags, digests)
        .as((registry, path, tag, digest) -> registry + "/" + path + tag + digest);
  }
}
