package diundashboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A minimal browser for sign-in at a provider: cookies per site, redirects and one form. Like
 * browsers on localhost, it accepts secure cookies without TLS.
 */
final class SignedInClient {

  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final int MAX_REDIRECTS = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> cookies = new HashMap<>();

  HttpResponse<String> open(URI uri) {
    return follow(send("GET", uri, null));
  }

  /** Fills in and submits the form of a page. */
  HttpResponse<String> fillIn(HttpResponse<String> page, Map<String, String> fields) {
    var form = FORM.matcher(page.body());
    if (!form.find()) throw new IllegalStateException("There is no form: " + page.body());
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
    return follow(send("POST", action, body));
  }

  HttpResponse<String> send(String method, URI uri, String body) {
    var request = HttpRequest.newBuilder(uri);
    var known = cookies.getOrDefault(uri.getAuthority(), Map.of());
    if (!known.isEmpty()) {
      request.header(
          "Cookie",
          known.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (body != null) request.header("Content-Type", "application/x-www-form-urlencoded");
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(uri.getAuthority(), cookie));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the cookie with this name of a site, if any. */
  String cookie(URI site, String name) {
    return cookies.getOrDefault(site.getAuthority(), Map.of()).getOrDefault(name, "");
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    var answer = first;
    for (int i = 0; answer.statusCode() / 100 == 3; i++) {
      if (i == MAX_REDIRECTS) throw new IllegalStateException("Redirected in circles");
      var location = answer.headers().firstValue("Location").orElseThrow();
      answer = send("GET", answer.uri().resolve(location), null);
    }
    return answer;
  }

  private void keep(String site, String cookie) {
    var pair = cookie.replaceFirst(";.*", "");
    var name = pair.substring(0, pair.indexOf('='));
    var value = pair.substring(pair.indexOf('=') + 1);
    var known = cookies.computeIfAbsent(site, any -> new TreeMap<>());
    if (cookie.matches("(?i).*;\\s*max-age=0\\b.*")) known.remove(name);
    else known.put(name, value);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
