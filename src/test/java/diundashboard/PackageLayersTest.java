package diundashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the list of the packages in CONTRIBUTING.md. */
class PackageLayersTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("diundashboard");

  @Test
  void packagesUseOnlyThoseFurtherDownInTheListOfTheDocument() throws IOException {
    var layers = layers();
    assertThat(layers.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(packages());
    for (int at = 0; at < layers.size(); at++) {
      for (var name : layers.get(at)) {
        var others =
            layers.subList(0, at + 1).stream()
                .flatMap(List::stream)
                .filter(each -> !each.equals(name))
                .map("diundashboard.%s.."::formatted)
                .toArray(String[]::new);
        noClasses()
            .that()
            .resideInAPackage("diundashboard." + name + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .check(CLASSES);
      }
    }
  }

  private static List<List<String>> layers() throws IOException {
    var document = Files.readString(Path.of("CONTRIBUTING.md"));
    var list = document.replaceAll("(?s).*further down in this list.*?```\\n(.*?)```.*", "$1");
    return list.lines().map(line -> List.of(line.split(", "))).toList();
  }

  private static Set<String> packages() {
    return CLASSES.stream()
        .map(type -> type.getPackageName().split("\\."))
        .filter(names -> names.length > 1)
        .map(names -> names[1])
        .collect(toSet());
  }
}
