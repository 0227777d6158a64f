package diundashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import diundashboard.images.DiunEvent;
import diundashboard.images.DiunEvent.Metadata;
import diundashboard.images.Image;
import diundashboard.images.Occurrence;
import diundashboard.images.StackName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationParserTest {

  private static final String UNKNOWN = "0001-01-01T00:00:00Z";
  private static final Metadata NO_METADATA = new Metadata("", "", "", "");

  @Test
  void allMembersAreParsed() {
    var body = Payloads.read("03-docker-update-latest");
    assertThat(NotificationParser.parse(body))
        .isEqualTo(
            new Notification(
                new Image("docker.io/library/nginx", "latest", ""),
                new DiunEvent(
                    "v4.33.0",
                    "myserver",
                    "update",
                    "docker",
                    "docker.io/library/nginx:latest",
                    "https://hub.docker.com/_/nginx",
                    "application/vnd.oci.image.index.v1+json",
                    "sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a",
                    "2026-11-18T03:25:41Z",
                    "linux/amd64",
                    new Metadata(
                        "web",
                        "4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2",
                        "running",
                        "Up 2 weeks (healthy)")),
                new Occurrence(
                    new Image("docker.io/library/nginx", "latest", ""),
                    "myserver",
                    "web",
                    "update",
                    "docker",
                    "sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a",
                    "2026-11-18T03:25:41Z",
                    "linux/amd64",
                    StackName.UNKNOWN,
                    Map.of(
                        "ctn_command", "/docker-entrypoint.sh nginx -g 'daemon off;'",
                        "ctn_createdat", "2026-11-02 08:15:31 +0100 CET",
                        "ctn_id",
                            "4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2",
                        "ctn_names", "web",
                        "ctn_size", "1.09kB (virtual 192MB)",
                        "ctn_state", "running",
                        "ctn_status", "Up 2 weeks (healthy)")),
                body));
  }

  static List<String> payloads() {
    return Payloads.names();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void everyVersionAndProviderIsParsed(String payload) {
    var body = Payloads.read(payload);
    var notification = NotificationParser.parse(body);
    assertThat(body).contains("\"" + notification.event().image() + "\"");
    assertThat(notification.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({
    "05-docker-registry-port, api, 'api,api_alias'",
    "09-swarm-tag-and-digest, portainer_portainer, portainer_portainer",
    "10-kubernetes-pod, kube-system/traefik, kube-system/traefik",
    "12-nomad-task, billing-db/db/postgres, billing-db/db/postgres",
    "14-dockerfile-null-metadata, '', ''",
    "32-containerd-container, web/caddy, web/caddy",
    "19-docker-shell-command-escapes, pässwörter, 'vault-wården,pässwörter'"
  })
  void theWorkloadIsTheStableNameOfEachProvider(String payload, String workload, String ctnName) {
    var notification = NotificationParser.parse(Payloads.read(payload));
    assertThat(notification.occurrence().workload()).isEqualTo(workload);
    assertThat(notification.event().metadata().ctnName()).isEqualTo(ctnName);
  }

  @ParameterizedTest
  @CsvSource({
    "compose-container, netbox-netbox-1, netbox-netbox-1",
    "compose-container-renamed, netbox-netbox-1, 3f2a1b9c0d4e_netbox-netbox-1",
    "compose-container-old, netbox-netbox-1, netbox-netbox-1-old-1773933154786",
    "two-names, alpha, 'alpha,beta'",
    "two-names-reversed, alpha, 'beta,alpha'"
  })
  void theContainersOfOneWorkloadHaveOneName(String name, String workload, String ctnName) {
    var notification = NotificationParser.parse(Payloads.readField(name));
    assertThat(notification.occurrence().workload()).isEqualTo(workload);
    assertThat(notification.occurrence().metadata()).containsEntry("ctn_names", ctnName);
    assertThat(notification.event().metadata().ctnName()).isEqualTo(ctnName);
  }

  @ParameterizedTest
  @CsvSource({
    "03-docker-update-latest, ''",
    "10-kubernetes-pod, kube-system",
    "12-nomad-task, billing-db",
    "36-created-epoch-and-user-metadata, media",
    "09-swarm-tag-and-digest, portainer"
  })
  void theStackIsTheStackProjectNamespaceOrJob(String payload, String stack) {
    assertThat(NotificationParser.parse(Payloads.read(payload)).occurrence().stack().name())
        .isEqualTo(stack);
  }

  @ParameterizedTest
  @CsvSource({"stack-with-blanks, Media", "stack, media", "compose-container, netbox"})
  void whiteSpaceAroundAStackIsRemoved(String name, String stack) {
    assertThat(NotificationParser.parse(Payloads.readField(name)).occurrence().stack().name())
        .isEqualTo(stack);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nas", " nas", "nas ", "\\tnas\\r\\n", "\\u2003nas"})
  void whiteSpaceAroundAHostnameIsRemoved(String hostname) {
    var notification =
        NotificationParser.parse("{\"image\":\"a\",\"hostname\":\"" + hostname + "\"}");
    assertThat(notification.event().hostname()).isEqualTo("nas");
    assertThat(notification.occurrence().hostname()).isEqualTo("nas");
  }

  @Test
  void namesInKeysAreTruncated() {
    var body =
        """
        {"image":"a","hostname":"%s","metadata":{"ctn_names":"%s"}}"""
            .formatted("h".repeat(300), "w".repeat(300));
    var notification = NotificationParser.parse(body);
    assertThat(notification.event().hostname()).isEqualTo("h".repeat(200));
    assertThat(notification.occurrence().workload()).isEqualTo("w".repeat(200));
    assertThat(notification.event().metadata().ctnName()).isEqualTo("w".repeat(300));
  }

  @ParameterizedTest
  @CsvSource({
    "05-docker-registry-port, 2026-11-20T17:02:11.512345678Z",
    "06-docker-localhost-port-offset, 2026-09-01T00:00:00+02:00",
    "16-docker-created-zero, " + UNKNOWN,
    "34-only-image, " + UNKNOWN,
    "35-everything-null, " + UNKNOWN,
    "36-created-epoch-and-user-metadata, " + UNKNOWN,
    "37-other-types, " + UNKNOWN
  })
  void zeroEpochAndNullMeanAnUnknownBuildTime(String payload, String created) {
    assertThat(NotificationParser.parse(Payloads.read(payload)).event().created())
        .isEqualTo(created);
  }

  @ParameterizedTest
  @CsvSource({
    "created-in-1970, " + UNKNOWN,
    "script-notifier, 2020-03-26T12:23:56Z",
    "test-notification-v4.0.0, 2020-03-26T12:23:56Z"
  })
  void buildTimesOfTheFieldAreParsed(String name, String created) {
    assertThat(NotificationParser.parse(Payloads.readField(name)).event().created())
        .isEqualTo(created);
  }

  @Test
  void thePlatformOfDiunV2IsJoinedFromTwoMembers() {
    var event = NotificationParser.parse(Payloads.read("31-v2-architecture-and-os")).event();
    assertThat(event.platform()).isEqualTo("linux/amd64");
  }

  @Test
  void theKeyOfASwarmImageHasNoDigestAndTheEventHasOne() {
    var notification = NotificationParser.parse(Payloads.read("09-swarm-tag-and-digest"));
    assertThat(notification.image().key()).isEqualTo("docker.io/portainer/portainer-ce:2.33.0");
    assertThat(notification.event().image())
        .isEqualTo(
            "docker.io/portainer/portainer-ce:2.33.0@sha256:35c71506156a8e56a3324e9b9afd8720d48d5b850756455a18cd621701149037");
  }

  @Test
  void membersOfOtherTypesBecomeTextOrEmpty() {
    assertThat(NotificationParser.parse(Payloads.read("37-other-types")).event())
        .isEqualTo(
            new DiunEvent(
                "4.33",
                "7",
                "true",
                "",
                "docker.io/library/odd:1",
                "",
                "0.5",
                "1E+400",
                UNKNOWN,
                "false",
                NO_METADATA));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"web\",\"web_alias\"] | web,web_alias | web",
        "[\"web\"]             | web           | web",
        "[\"\",\"web\",null,{\"a\":\"b\"},[\"c\"],7] | web,7 | 7",
        "[]                  | ''            | ''"
      })
  void listsAreJoinedByCommas(String names, String ctnName, String workload) {
    var body =
        """
        {"image":"a","provider":"docker","metadata":{"ctn_names":%s}}"""
            .formatted(names);
    var notification = NotificationParser.parse(body);
    assertThat(notification.occurrence().workload()).isEqualTo(workload);
    assertThat(notification.event().metadata().ctnName()).isEqualTo(ctnName);
    assertThat(notification.occurrence().metadata()).isEqualTo(Map.of("ctn_names", ctnName));
  }

  @Test
  void theLastOfDuplicateMembersIsUsed() {
    assertThat(NotificationParser.parse("{\"image\":\"a\",\"image\":\"b\"}").event().image())
        .isEqualTo("b");
  }

  @Test
  void testNotificationsAreRecognized() {
    assertThat(NotificationParser.parse(Payloads.read("02-file-notif-test")).isTest()).isTrue();
    assertThat(NotificationParser.parse(Payloads.read("01-file-docs-sample")).isTest()).isFalse();
  }

  @Test
  void testNotificationsOfDiun3To44AreRecognized() {
    var body = Payloads.readField("test-notification-v4.0.0");
    assertThat(NotificationParser.parse(body).isTest()).isTrue();
    for (var part : List.of("\"file\"", "216e3ae7", "crazymax/diun:latest")) {
      var other = body.replace(part, part.replace('e', '3'));
      assertThat(NotificationParser.parse(other).isTest()).isFalse();
    }
    assertThat(NotificationParser.parse(Payloads.readField("script-notifier")).isTest()).isFalse();
  }
}
