package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadNameTest {

  private static final String TASK = "x8k2l0q3m7r5t9v1y4z6a0b2c";
  private static final String NODE = "k3b1p9s7d5f2g4h6j8l0q2w4e";
  private static final String HASH =
      "4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2";
  private static final String UUID = "5f8a1b9c-0d4e-4f6a-8b1c-2d3e4f5a6b7c";

  @ParameterizedTest
  @CsvSource({
    "web, web",
    "' web ', web",
    "'web,other/web-alias', web",
    "'other/web-alias,web', web",
    "'b/db,a/db', a/db",
    "'beta,alpha', alpha",
    "'alpha,,beta', alpha",
    "',', ''",
    "'', ''",
    "3f2a1b9c0d4e_netbox-netbox-1, netbox-netbox-1",
    "3f2a1b9c0d4e_9d8c7b6a5f4e_netbox-netbox-1, netbox-netbox-1",
    "netbox-netbox-1-old-1773933154786, netbox-netbox-1",
    "netbox-old-1-old-1773933154786, netbox",
    "3f2a1b9c0d4e_netbox-old-1773933154786, netbox",
    "'netbox-old-17,shop/netbox', netbox",
    "shop_web.1." + TASK + ", shop_web",
    "shop_web." + NODE + "." + TASK + ", shop_web",
    "registry.lan.web.12." + TASK + ", registry.lan.web",
    "k8s_traefik_traefik-6f7c9b8d5-lq9zv_kube-system_" + UUID + "_3, kube-system/traefik",
    "redis-" + UUID + ", redis",
    "shop-web-run-3f2a1b9c0d4e, shop-web-run",
    "shop_web_run_3f2a1b9c0d4e, shop_web_run",
    "shop_web_1_3f2a1b9c0d4e, shop_web_1"
  })
  void aContainerHasItsOwnNameWithoutGeneratedParts(String names, String workload) {
    assertThat(WorkloadName.of("docker", Map.of("ctn_names", names))).isEqualTo(workload);
    assertThat(WorkloadName.of("", Map.of("ctn_names", names))).isEqualTo(workload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3f2a1b9c0d4e_",
        "3f2a1b9c0d4e",
        "3F2A1B9C0D4E_web",
        "3f2a1b9c0d_web",
        "-old-1",
        "web-old",
        "web-old-2-new",
        "very-old-wine",
        "web.1.short",
        "web.1",
        "python3.11",
        "k8s_web",
        "run-3f2a1b9c0d4e",
        "web_3f2a1b9c0d4e",
        UUID
      })
  void otherNamesStay(String name) {
    assertThat(WorkloadName.of("docker", Map.of("ctn_names", name))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"shop_web, shop_web", "shop_web.1." + TASK + ", shop_web", "'', ''"})
  void aSwarmWorkloadIsTheService(String name, String workload) {
    assertThat(WorkloadName.of("swarm", Map.of("ctn_name", name))).isEqualTo(workload);
  }

  @ParameterizedTest
  @CsvSource({
    "web, shop, shop/web",
    "web, '', web",
    "'', shop, shop",
    "web-6f7c9b8d5-lq9zv, shop, shop/web-6f7c9b8d5-lq9zv"
  })
  void aKubernetesWorkloadIsTheNamespaceAndContainer(
      String container, String namespace, String workload) {
    assertThat(
            WorkloadName.of(
                "kubernetes",
                Map.of(
                    "ctn_name", container,
                    "pod_namespace", namespace,
                    "pod_name", "web-6f7c9b8d5-lq9zv")))
        .isEqualTo(workload);
  }

  @ParameterizedTest
  @CsvSource({
    "default, backup, backup/g/restic",
    "'', backup, backup/g/restic",
    "team-a, backup, team-a/backup/g/restic",
    "team-b, backup, team-b/backup/g/restic",
    "default, team-a/backup, default/team-a/backup/g/restic",
    "default, backup/periodic-1732600800, backup/g/restic",
    "default, backup/periodic-1732604400, backup/g/restic",
    "default, backup/dispatch-1732600800-5f8a1b9c, backup/g/restic",
    "default, backup/dispatch-nightly-1732600800-5f8a1b9c, backup/g/restic",
    "default, backup/periodic-1732600800/dispatch-1732600800-5f8a1b9c, backup/g/restic",
    "team-a, backup/periodic-1732604400, team-a/backup/g/restic",
    "default, periodic-1, periodic-1/g/restic",
    "default, backup/periodic-daily, default/backup/periodic-daily/g/restic"
  })
  void aNomadWorkloadIsTheTaskOfAJobInItsNamespace(String namespace, String job, String workload) {
    assertThat(
            WorkloadName.of(
                "nomad",
                Map.of(
                    "job_id",
                    job,
                    "job_namespace",
                    namespace,
                    "taskgroup_name",
                    "g",
                    "task_name",
                    "restic")))
        .isEqualTo(workload);
  }

  @ParameterizedTest
  @CsvSource({
    "web, caddy, web/caddy",
    "other, caddy, other/caddy",
    "'', caddy, caddy",
    "k8s.io, " + HASH + ", k8s.io",
    "k8s.io, 3f2a1b9c0d4e, k8s.io",
    "nomad, " + UUID + ", nomad",
    "buildkit, " + TASK + ", buildkit",
    "default, cafe, default/cafe",
    "default, redis-" + UUID + ", default/redis-" + UUID
  })
  void aContainerdWorkloadIsTheNamespaceAndTheNameUnlessItIsAnId(
      String namespace, String name, String workload) {
    assertThat(WorkloadName.of("containerd", Map.of("ctn_name", name, "ctn_namespace", namespace)))
        .isEqualTo(workload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dockerfile", "file", "", "unknown"})
  void withoutMetadataThereIsNoName(String provider) {
    assertThat(WorkloadName.of(provider, Map.of())).isEmpty();
  }

  @Test
  void namesAreTruncated() {
    assertThat(WorkloadName.of("swarm", Map.of("ctn_name", "w".repeat(300))))
        .isEqualTo("w".repeat(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-old-1", "3f2a1b9c0d4e_", "/dispatch-1", ".1", "k8s_", "a,", "a_"})
  void hugeNamesCostLittle(String part) {
    var text = part.repeat(1_000_000 / part.length()) + "!";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (var provider : new String[] {"docker", "swarm", "nomad", "containerd"}) {
            WorkloadName.of(provider, Map.of("ctn_names", text, "ctn_name", text, "job_id", text));
            StackName.of(provider, Map.of("ctn_names", text, "ctn_name", text, "stack", text));
          }
        });
  }
}
