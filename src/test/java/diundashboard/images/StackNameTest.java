package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackNameTest {

  @ParameterizedTest
  @CsvSource({
    "stack, media, media",
    "stack, '  Media  ', Media",
    "compose_project, media, media",
    "pod_namespace, media, media",
    "job_name, media, media",
    "job_name, backup/periodic-1732600800, backup",
    "job_name, backup/dispatch-1732600800-5f8a1b9c, backup"
  })
  void metadataNamesTheStack(String key, String value, String stack) {
    assertThat(StackName.of("docker", Map.of(key, value, "ctn_names", "shop-web-1")))
        .isEqualTo(new StackName(stack, false));
  }

  @Test
  void theFirstNameIsUsed() {
    assertThat(StackName.of("docker", Map.of("stack", "a", "compose_project", "b")))
        .isEqualTo(new StackName("a", false));
    assertThat(StackName.of("docker", Map.of("stack", " ", "compose_project", "b")))
        .isEqualTo(new StackName("b", false));
  }

  @ParameterizedTest
  @CsvSource({
    "shop-web-1, shop",
    "shop_web_1, shop",
    "shop-web-12, shop",
    "3f2a1b9c0d4e_shop-web-1, shop",
    "shop-web-1-old-1773933154786, shop",
    "shop-web-run-3f2a1b9c0d4e, shop",
    "shop_web_1_3f2a1b9c0d4e, shop",
    "'other/alias,shop-web-1', shop",
    "paperless-ngx-webserver-1, paperless-ngx",
    "paperless-ngx_web-server_1, paperless-ngx",
    "my_shop-web_server-1, my_shop",
    "immich-immich-server-1, immich",
    "uptime-kuma-uptime-kuma-1, uptime-kuma",
    "uptime-kuma-uptime-kuma-db-1, uptime-kuma"
  })
  void composesDefaultNameSuggestsTheProject(String names, String stack) {
    assertThat(StackName.of("docker", Map.of("ctn_names", names)))
        .isEqualTo(new StackName(stack, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web",
        "web-1",
        "shop-web",
        "shop_web",
        "shop-web-0",
        "shop-web-20260501",
        "-web-1",
        "shop--1",
        "shop-web_1-old",
        ""
      })
  void otherContainerNamesSuggestNone(String names) {
    assertThat(StackName.of("docker", Map.of("ctn_names", names))).isEqualTo(StackName.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "swarm, ctn_name, shop_web",
    "swarm, ctn_name, shop_web_admin",
    "docker, ctn_names, shop_web.1.x8k2l0q3m7r5t9v1y4z6a0b2c",
    "docker, ctn_names, k8s_web_web-6f7c9b8d5-lq9zv_shop_5f8a1b9c-0d4e-4f6a-8b1c-2d3e4f5a6b7c_0"
  })
  void aServiceOrPodSuggestsItsStackOrNamespace(String provider, String key, String name) {
    assertThat(StackName.of(provider, Map.of(key, name))).isEqualTo(new StackName("shop", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "_web", "web_", "", "shop-web-1"})
  void otherServicesSuggestNone(String service) {
    assertThat(StackName.of("swarm", Map.of("ctn_name", service))).isEqualTo(StackName.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"containerd, shop_web_1", "nomad, shop_web_1", "file, ''"})
  void otherProvidersSuggestNone(String provider, String name) {
    assertThat(StackName.of(provider, Map.of("ctn_name", name))).isEqualTo(StackName.UNKNOWN);
  }
}
