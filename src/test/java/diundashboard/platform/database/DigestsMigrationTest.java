package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V18: labels of images. */
@ParameterizedClass
@EnumSource
class DigestsMigrationTest {

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.createAsGoOriginal();
    database.change(
        "INSERT INTO updates (image, hostname, status, digest, received_at) VALUES ('nginx:latest', 'nas', 'new', 'sha256:a', '2026-11-20T10:00:00Z')");
    schema.migrate();
    database.change(
        "INSERT INTO digests (digest, version, source, revision, url, created) VALUES ('sha256:a', '1.29.5', '', '', '', '')");
    schema.undoTo(16);
    assertThat(schema.columns("digests")).isEmpty();
    assertThat(schema.rows("SELECT image, digest FROM occurrences"))
        .containsExactly("nginx:latest|sha256:a");
    schema.migrate();
    assertThat(schema.rows("SELECT digest FROM digests")).isEmpty();
    assertThat(schema.rows("SELECT image, digest FROM occurrences"))
        .containsExactly("nginx:latest|sha256:a");
  }
}
