package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import diundashboard.system.ApiRequests.ApiRequest;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random requests of all operations, valid and invalid. {@code -Drequests} is their number, {@code
 * -Dseed} repeats a run.
 */
@FaultTest
@ServerDependent
@ParameterizedClass
@EnumSource
class RequestFuzzIT {

  private static final int REQUESTS = Integer.getInteger("requests", 10_000);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @Parameter Installation installation;

  private final Set<Integer> statuses = new TreeSet<>();
  private final Set<String> accepted = new TreeSet<>();

  private AppServer server;
  private ApiDocument document;
  private ApiRequests requests;

  @BeforeEach
  void sendNotifications() {
    server = installation.empty();
    document = ApiDocument.of(server);
    requests = new ApiRequests(document.json());
    for (var name : Payloads.names()) server.notify(Payloads.read(name));
    for (var image : new String[] {"nginx", "redis:8"}) server.notify(Payloads.of(image));
  }

  @Test
  void noRequestFailsAndEveryRefusalIsAProblem() {
    var logged = server.log().length();
    JqwikSession.run(
        () -> {
          var random = new Random(SEED);
          var all = requests.all(document.operations()).generator(1000, true);
          for (int i = 0; i < REQUESTS; i++) send(all.next(random).value());
        });
    assertThat(statuses).contains(200, 201, 204, 400, 403, 404, 405, 409);
    assertThat(accepted.size()).isGreaterThan(document.operations().size() * 3 / 4);
    assertThat(server.log().substring(logged)).doesNotContain(" ERROR ", "SEVERE");
  }

  private void send(ApiRequest request) {
    if (isRejectedByPayara(request)) return;
    var method = request.method().toUpperCase(Locale.ROOT);
    var headers = request.headers().toArray(String[]::new);
    var response = server.send(method, request.path(), request.body(), headers);
    var status = response.statusCode();
    statuses.add(status);
    var operation = request.method() + " " + request.template();
    var context = "seed %d: %s".formatted(SEED, request);
    assertThat(status).as(context).isBetween(200, 499);
    if (status >= 400) {
      checkProblem(context, request, response);
    } else if (status != 304 && document.operations().contains(operation)) {
      document.check(request.method(), request.template(), response);
      accepted.add(operation);
      if (response.body().startsWith("{"))
        requests.remember(Json.createReader(new StringReader(response.body())).readValue());
    }
  }

  /** Payara rejects these addresses before the application, without a body. */
  private static boolean isRejectedByPayara(ApiRequest request) {
    return ServerKind.current() != ServerKind.WILDFLY
        && (request.path().length() > 7000 || request.path().matches("[^?]*(%00|%5C).*"));
  }

  private void checkProblem(String context, ApiRequest request, HttpResponse<String> response) {
    if (request.template().startsWith("/api/")) {
      document.checkProblem(response);
    } else {
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .as(context)
          .startsWith("text/plain");
    }
  }
}
