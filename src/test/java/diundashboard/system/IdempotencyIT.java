package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Repeated requests with an {@code Idempotency-Key}. */
@ServerDependent
@ParameterizedClass
@EnumSource
class IdempotencyIT {

  private static final String ACKNOWLEDGEMENTS = "api/v1/acknowledgements";
  private static final String ALL = "{\"images\":[\"web\",\"db\"]}";

  @Parameter Installation installation;

  private AppServer server;
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void receive() {
    server = installation.empty();
    server.notify(Payloads.of("web"));
    server.notify(Payloads.of("db"));
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswerAndChangesNothing() {
    var first = post(ACKNOWLEDGEMENTS, ALL);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    var repeated = post(ACKNOWLEDGEMENTS, ALL);
    assertReplayed(repeated, first);
    assertThat(actions()).isEqualTo(1);
    var path = ACKNOWLEDGEMENTS + first.body().replaceFirst("\\{\"id\":(\\d+).*", "/$1");
    var other = UUID.randomUUID().toString();
    assertThat(send("DELETE", path, null, other).statusCode()).isEqualTo(204);
    server.send("POST", ACKNOWLEDGEMENTS, ALL);
    assertThat(send("DELETE", path, null, other).statusCode()).isEqualTo(204);
    assertThat(server.get("api/v1/images?q=is:pending&limit=1").body()).contains("\"items\":[]");
  }

  @Test
  void aRepeatedErrorIsTheFirstOne() {
    var body = "{\"images\":[\"web\"],\"host\":\"nass\",\"strict\":true}";
    var first = post(ACKNOWLEDGEMENTS, body);
    assertThat(first.statusCode()).isBetween(400, 499);
    assertReplayed(post(ACKNOWLEDGEMENTS, body), first);
    assertThat(actions()).isZero();
  }

  @Test
  void aKeyIsForOneRequest() {
    post(ACKNOWLEDGEMENTS, ALL);
    assertProblem(post(ACKNOWLEDGEMENTS, "{\"images\":[\"web\"]}"), 422, "idempotency-key-reused");
    assertProblem(post("api/v1/mutes", ALL), 422, "idempotency-key-reused");
    assertProblem(
        send("POST", ACKNOWLEDGEMENTS, ALL, "k".repeat(256)), 400, "invalid-idempotency-key");
  }

  @Test
  void requestsAtTheSameTimeArePerformedOnce() {
    var answers =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> post(ACKNOWLEDGEMENTS, ALL).statusCode()))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).contains(201).isSubsetOf(201, 409);
    assertThat(actions()).isEqualTo(1);
    assertThat(post(ACKNOWLEDGEMENTS, ALL).statusCode()).isEqualTo(201);
  }

  @Test
  void secretsAreNotKept() {
    var body = "{\"host\":\"nas\"}";
    assertThat(post("api/v1/heartbeats", body).statusCode()).isEqualTo(201);
    assertProblem(post("api/v1/heartbeats", body), 409, "answer-not-kept");
  }

  private HttpResponse<String> post(String path, String body) {
    return send("POST", path, body, key);
  }

  private HttpResponse<String> send(String method, String path, String body, String key) {
    return server.send(method, path, body, "Idempotency-Key", key);
  }

  private int actions() {
    return server.get(ACKNOWLEDGEMENTS).body().split("\"id\":", -1).length - 1;
  }

  private static void assertReplayed(HttpResponse<String> repeated, HttpResponse<String> first) {
    assertThat(repeated.statusCode()).isEqualTo(first.statusCode());
    assertThat(repeated.body()).isEqualTo(first.body());
    assertThat(repeated.headers().firstValue("Content-Type"))
        .isEqualTo(first.headers().firstValue("Content-Type"));
    assertThat(repeated.headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
  }
}
