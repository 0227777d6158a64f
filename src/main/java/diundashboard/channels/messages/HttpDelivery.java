package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.config.BuildVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Sends messages over HTTP. Only the host of an address is part of exceptions, because its path can
 * be a secret. The body of the response is not read, because destinations may repeat a secret in
 * it.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class HttpDelivery {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Duration timeout;
  private HttpClient client;

  /** For the container. */
  public HttpDelivery() {
    this(TIMEOUT);
  }

  /**
   * @param timeout for a request with its connection
   */
  HttpDelivery(Duration timeout) {
    this.timeout = timeout;
  }

  /** Posts JSON, see {@link #post(URI, byte[], Map)}. */
  void post(URI address, JsonObject json, Map<String, String> headers) throws DeliveryException {
    post(address, json.toString().getBytes(UTF_8), headers);
  }

  /**
   * Posts JSON and waits for the response.
   *
   * @throws DeliveryException if the address is not allowed, if there is no response, or if its
   *     status is not 2xx
   */
  void post(URI address, byte[] json, Map<String, String> headers) throws DeliveryException {
    DestinationAddress.check(address);
    var request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("User-Agent", "DiunDashboard/" + BuildVersions.application())
            .POST(BodyPublishers.ofByteArray(json));
    headers.forEach(request::header);
    check(send(request.build()), address.getHost());
  }

  private HttpResponse<?> send(HttpRequest request) throws DeliveryException {
    var host = request.uri().getHost();
    try {
      var response = client().send(request, BodyHandlers.ofInputStream());
      response.body().close();
      return response;
    } catch (HttpConnectTimeoutException | ConnectException e) {
      if (isCausedBy(UnresolvedAddressException.class, e))
        throw DestinationAddress.unknown(host, e);
      throw DeliveryException.refused(
          "No connection to " + host + ". Check its address, port and firewall.", e);
    } catch (HttpTimeoutException e) {
      throw DeliveryException.unconfirmed(
          "%s did not answer within %d s.".formatted(host, timeout.toSeconds()), e);
    } catch (IOException e) {
      if (isCausedBy(SSLException.class, e)) {
        throw DeliveryException.refused(
            "No TLS connection to " + host + ". Check its certificate.", e);
      }
      throw DeliveryException.unconfirmed(host + " closed the connection without an answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DeliveryException.unconfirmed("The server stopped before " + host + " answered.", e);
    }
  }

  /** The client wraps the exceptions of its threads, some of them more than once. */
  private static boolean isCausedBy(Class<? extends Exception> type, Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(type::isInstance);
  }

  private static void check(HttpResponse<?> response, String host) throws DeliveryException {
    var status = response.statusCode();
    if (status / 100 == 2) return;
    if (status / 100 == 3) {
      throw DeliveryException.refused(
          host
              + " redirects to another address. Redirects are not followed: set the final address.",
          null);
    }
    var retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.parse(value, Instant.now()));
    throw new DeliveryException(
        "%s answered with status %d.".formatted(host, status), isRefusal(status), retryAfter, null);
  }

  /** Other errors of a server can come from a gateway that has passed the request on. */
  private static boolean isRefusal(int status) {
    return status == 503 || (status < 500 && status != 408);
  }

  /** Created at the first message, because it starts a thread. */
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(Version.HTTP_1_1)
              .connectTimeout(CONNECT_TIMEOUT)
              .followRedirects(Redirect.NEVER)
              .build();
    }
    return client;
  }
}
