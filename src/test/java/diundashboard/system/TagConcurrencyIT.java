package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Concurrent notifications, rules, assignments and changes of tags. */
@ServerDependent
@ParameterizedClass
@EnumSource
class TagConcurrencyIT {

  private static final int CLIENTS = 16;
  private static final int ROUNDS = 100;

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void imageIsTaggedOnce() throws Exception {
    create("media", "shared*");
    var statuses = inParallel(List.of(() -> notify("shared:1"), () -> notify("shared:2")));
    assertThat(statuses).containsOnly(200);
    assertThat(
            installation.texts("SELECT image FROM activity WHERE kind = 'tagged' ORDER BY image"))
        .containsExactly("shared:1", "shared:2");
  }

  @Test
  void concurrentTagChangesCauseNoDeadlock() throws Exception {
    var kept = create("kept", "nothing");
    var statuses =
        inParallel(
            List.of(
                () -> notify("a"),
                () -> notify("b"),
                this::createAssignAndDelete,
                () -> assign("[\"a\",\"b\",\"c\"]", kept),
                () -> assign("[\"c\",\"b\",\"a\"]", "null"),
                () -> server.send("PATCH", "api/v1/tags/" + kept, "{\"position\":5}").statusCode(),
                () ->
                    server
                        .send("PUT", "api/v1/tags/order", "{\"ids\":[" + kept + "]}")
                        .statusCode()));
    assertThat(statuses).isSubsetOf(200, 204);
    assertThat(server.log()).doesNotContain("SQLITE_BUSY", " ERROR ", "deadlock");
  }

  /** Creates a tag with a matching rule, assigns it, and deletes it. */
  private int createAssignAndDelete() {
    var id = create("tag-" + System.nanoTime(), "*");
    assign("[\"b\",\"a\"]", id);
    return server.send("DELETE", "api/v1/tags/" + id, null).statusCode();
  }

  private static List<Integer> inParallel(List<Callable<Integer>> work) throws Exception {
    var clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      var running = new ArrayList<Future<Integer>>();
      for (int round = 0; round < ROUNDS; round++) {
        for (var each : work) running.add(clients.submit(each));
      }
      var statuses = new ArrayList<Integer>();
      for (var each : running) statuses.add(each.get());
      return statuses;
    } finally {
      clients.shutdownNow();
    }
  }

  private int notify(String image) {
    return server.notify("{\"image\":\"" + image + "\"}").statusCode();
  }

  private int assign(String images, String tagId) {
    var body = "{\"images\":%s,\"tag_id\":%s}".formatted(images, tagId);
    return server.send("PUT", "api/v1/tag-assignments", body).statusCode();
  }

  private String create(String name, String pattern) {
    var body =
        """
        {"name":"%s","rules":[{"field":"image","pattern":"%s"}]}"""
            .formatted(name, pattern);
    return server.send("POST", "api/v1/tags", body).body().replaceFirst("\\D+(\\d+).*", "$1");
  }
}
