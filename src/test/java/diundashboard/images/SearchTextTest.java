package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @Test
  void containsTheMetadataOfUsersInLowerCase() {
    var metadata = new LinkedHashMap<String, String>();
    metadata.put("ctn_id", "3f2a");
    metadata.put("owner", "Zoë");
    metadata.put("compose_project", "Media");
    metadata.put("pod_status", "&PodStatus{}");
    assertThat(SearchText.of("ghcr.io/Acme/tool:V2", "NAS", "web", "Media", metadata))
        .isEqualTo("ghcr.io/acme/tool:v2 nas web media zoë media");
  }

  /** The keys in internal/provider of Diun 4.33. */
  @ParameterizedTest
  @CsvSource({
    "docker, ctn_id ctn_names ctn_command ctn_createdat ctn_state ctn_status ctn_size",
    "swarm, svc_id svc_createdat svc_updatedat ctn_name",
    "kubernetes, pod_name pod_status pod_namespace pod_createdat ctn_name ctn_command",
    "nomad, job_id job_name job_status job_namespace taskgroup_name task_name task_driver task_user",
    "containerd, ctn_id ctn_name ctn_image ctn_namespace ctn_createdat ctn_updatedat ctn_runtime ctn_snapshotter ctn_snapshot_key ctn_status"
  })
  void omitsTheMetadataOfProviders(String provider, String keys) {
    var metadata = new LinkedHashMap<String, String>();
    for (var key : keys.split(" ", -1)) metadata.put(key, "value");
    assertThat(SearchText.of("a:1", "nas", "web", "", metadata))
        .as(provider)
        .isEqualTo("a:1 nas web ");
  }

  @Test
  void isLimitedInLength() {
    var metadata = Map.of("owner", "x".repeat(5000));
    assertThat(SearchText.of("a:1", "nas", "web", "", metadata))
        .isEqualTo("a:1 nas web  " + "x".repeat(4000 - "a:1 nas web  ".length()));
  }
}
