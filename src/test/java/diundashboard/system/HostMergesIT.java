package diundashboard.system;

import static diundashboard.system.HostsApi.done;
import static diundashboard.system.HostsApi.host;
import static diundashboard.system.HostsApi.merged;
import static diundashboard.system.UpdatesIT.assertProblem;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging hosts and undoing it. */
@ParameterizedClass
@EnumSource
class HostMergesIT {

  @Parameter Installation installation;

  private HostsApi api;

  @BeforeEach
  void empty() {
    api = new HostsApi(installation.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "100%25:8080",
        "../..",
        "日本 🐳",
        "'; DROP TABLE hosts; --",
        "\\\"<b>\\\\"
      })
  void anyHostIsNamedMergedAndUnmerged(String hostname) {
    api.notify(hostname, "a");
    api.notify("nas", "b");
    api.name(hostname, "\"other\"");
    var separate = api.list();
    api.merge(hostname, "nas");
    assertThat(api.list())
        .isEqualTo("[" + host("nas", null, 2, merged(hostname, "other", "nas")) + "]");
    api.unmerge(hostname);
    assertThat(api.list()).isEqualTo(separate);
    api.merge("nas", hostname);
    assertThat(api.list())
        .isEqualTo("[" + host(hostname, "other", 2, merged("nas", null, hostname)) + "]");
  }

  @Test
  void mergeChainsAreResolvedAndCyclesAreRejected() {
    api.notify("a", "x");
    api.notify("b", "y");
    api.notify("c", "z");
    api.merge("a", "b");
    api.merge("b", "c");
    assertThat(api.list())
        .isEqualTo(
            "[" + host("c", null, 3, merged("a", null, "b") + "," + merged("b", null, "c")) + "]");
    for (var into : new String[] {"a", "b"}) {
      assertProblem(
          api.send("PUT", "host-merges", "{\"host\":\"c\",\"into\":\"" + into + "\"}"),
          409,
          """
          {"title":"Conflict","status":409,"detail":"Circular merge: the target host is already merged into this host. Unmerge it first, or merge in the other direction.","code":"circular-host-merge"}""");
    }
    api.unmerge("b");
    assertThat(api.list())
        .isEqualTo(
            "[" + host("b", null, 2, merged("a", null, "b")) + "," + host("c", null, 1, "") + "]");
  }

  @Test
  void concurrentMergesMakeNoCycle() {
    api.notify("a", "x");
    api.notify("b", "y");
    for (int round = 0; round < 20; round++) {
      var statuses =
          Stream.of(
                  """
                  {"host":"a","into":"b"}""",
                  """
                  {"host":"b","into":"a"}""")
              .map(body -> supplyAsync(() -> api.send("PUT", "host-merges", body).statusCode()))
              .toList();
      assertThat(statuses).extracting(CompletableFuture::join).containsExactlyInAnyOrder(204, 409);
      api.unmerge("a");
      api.unmerge("b");
    }
  }

  @Test
  void acknowledgingAHostIncludesMergedHosts() {
    api.notify("nas", "a");
    api.notify("4f5e", "b");
    api.notify("vps", "c");
    api.merge("4f5e", "nas");
    assertThat(api.send("POST", "acknowledgements", "{\"host\":\"nas\"}").body())
        .contains("\"count\":2");
    api.unmerge("4f5e");
    assertThat(api.list())
        .isEqualTo(
            "["
                + done(host("4f5e", null, 1, ""))
                + ","
                + done(host("nas", null, 1, ""))
                + ","
                + host("vps", null, 1, "")
                + "]");
  }
}
