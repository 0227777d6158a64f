package diundashboard.holds;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.images.Image;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ImageHoldServiceTest {

  @Test
  void theTimeOfAnImageIsSetChangedAndRemoved(Database database) {
    var holds = Beans.on(database).get(ImageHoldService.class);
    holds.set(Image.parse("docker.io/library/redis:7"), Optional.of("7d"));
    holds.set(Image.parse("docker.io/library/nginx"), Optional.of("minor:2d"));
    holds.set(Image.parse("docker.io/library/redis:8"), Optional.of("7d"));
    assertThat(holds.list())
        .containsExactly(
            new ImageHold("docker.io/library/nginx", "minor:2d"),
            new ImageHold("docker.io/library/redis", "7d"));
    holds.set(Image.parse("docker.io/library/redis:8"), Optional.of("none"));
    holds.set(Image.parse("docker.io/library/nginx:1"), Optional.empty());
    holds.set(Image.parse("docker.io/library/nginx:1"), Optional.empty());
    assertThat(holds.list()).containsExactly(new ImageHold("docker.io/library/redis", "none"));
    assertThat(
            database.list(
                "SELECT kind, image, note FROM activity ORDER BY id",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)))
        .containsExactly(
            "hold_changed docker.io/library/redis:7 7d",
            "hold_changed docker.io/library/nginx minor:2d",
            "hold_changed docker.io/library/redis:8 none",
            "hold_changed docker.io/library/nginx:1 ");
  }
}
