package diundashboard.tags;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.database.Database;
import diundashboard.database.Dialect;
import diundashboard.database.TestDatabase;
import diundashboard.images.Image;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TagDaoTest {

  private static final Image NGINX = Image.parse("docker.io/library/nginx:latest");

  @Parameter Dialect dialect;

  private Database database;
  private TagDao tags;

  @BeforeEach
  void create() {
    database = TestDatabase.migrated(dialect);
    tags = new TagDao(database);
  }

  @Test
  void tagsAreListedByName() {
    var media = tags.create("media").orElseThrow();
    var apps = tags.create("apps").orElseThrow();
    assertThat(tags.list()).containsExactly(apps, media);
    assertThat(media.id()).isNotEqualTo(apps.id());
  }

  @Test
  void namesAreUnique() {
    assertThat(tags.create("media")).isPresent();
    assertThat(tags.create("media")).isEmpty();
    assertThat(tags.create("Media")).isPresent();
  }

  @Test
  void anyTextCanBeAName() {
    for (var name :
        List.of("日本語 🐳", "'; DROP TABLE tags; --", "\"quoted\" \\ %_", "x".repeat(200))) {
      assertThat(tags.create(name)).map(Tag::name).contains(name);
    }
    assertThat(tags.list()).hasSize(4);
  }

  @Test
  void whatNoDatabaseCanStoreIsReplaced() {
    assertThat(tags.create("a\0b\uD800c").map(Tag::name)).contains("a\uFFFDb\uFFFDc");
  }

  @Test
  void aTagIsThereUntilItIsDeleted() {
    var id = tags.create("media").orElseThrow().id();
    assertThat(tags.exists(id)).isTrue();
    assertThat(tags.delete(id)).isTrue();
    assertThat(tags.exists(id)).isFalse();
    assertThat(tags.delete(id)).isFalse();
  }

  @Test
  void anImageHasOneTag() {
    var media = tags.create("media").orElseThrow();
    var apps = tags.create("apps").orElseThrow();
    assertThat(tags.assign(NGINX, media.id())).isTrue();
    assertThat(tags.assign(NGINX, apps.id())).isTrue();
    assertThat(assignments()).containsExactly("docker.io/library/nginx:latest " + apps.id());
  }

  @Test
  void aTagThatIsNotThereCannotBeAssigned() {
    assertThat(tags.assign(NGINX, 4711)).isFalse();
    assertThat(assignments()).isEmpty();
  }

  @Test
  void unassigningFreesTheImageOnly() {
    var media = tags.create("media").orElseThrow();
    tags.assign(NGINX, media.id());
    tags.assign(Image.parse("redis"), media.id());
    tags.unassign(NGINX);
    tags.unassign(NGINX);
    assertThat(assignments()).containsExactly("redis " + media.id());
  }

  @Test
  void deletingATagFreesItsImages() {
    var media = tags.create("media").orElseThrow();
    tags.assign(NGINX, media.id());
    tags.delete(media.id());
    assertThat(assignments()).isEmpty();
  }

  private List<String> assignments() {
    return database.list(
        "SELECT image, tag_id FROM tag_assignments ORDER BY image",
        row -> row.getString(1) + " " + row.getInt(2));
  }
}
