package diundashboard.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that reverse proxies added to a request, each list in the order of the proxies. Most
 * proxies send {@code X-Forwarded-*}. The header {@code Forwarded} (RFC 7239) counts only without
 * them, because a proxy that does not know it passes on what the client sent.
 *
 * @param clients addresses, each as the next proxy saw it
 */
record ProxyHeaders(
    List<String> clients, List<String> schemes, List<String> hosts, List<String> ports) {

  private static final ProxyHeaders NONE =
      new ProxyHeaders(List.of(), List.of(), List.of(), List.of());

  /** One parameter, which may be empty, and the separator that follows it. */
  private static final Pattern PARAMETER =
      Pattern.compile("\\G\\s*+(?:([\\w-]++)=(?:\"([^\"]*+)\"|([^\";,\\s]*+)))?+\\s*+([;,]|$)");

  static ProxyHeaders of(HttpServletRequest request) {
    var headers =
        new ProxyHeaders(
            values(request, "X-Forwarded-For"),
            values(request, "X-Forwarded-Proto"),
            values(request, "X-Forwarded-Host"),
            values(request, "X-Forwarded-Port"));
    return headers.equals(NONE) ? ofStandard(request) : headers;
  }

  private static ProxyHeaders ofStandard(HttpServletRequest request) {
    var text = String.join(",", Collections.list(request.getHeaders("Forwarded")));
    var proxies = elements(text);
    return new ProxyHeaders(
        all("for", proxies), all("proto", proxies), all("host", proxies), List.of());
  }

  /** Returns the comma-separated values of all headers with a name. */
  static List<String> values(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name)).stream()
        .flatMap(header -> Stream.of(header.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** Returns the parameters of each element, none if the text is malformed. */
  private static List<Map<String, String>> elements(String text) {
    var elements = new ArrayList<Map<String, String>>();
    if (text.isBlank()) return elements;
    var parameters = PARAMETER.matcher(text);
    Map<String, String> element = new TreeMap<>();
    while (parameters.find()) {
      if (parameters.group(1) != null) {
        var quoted = parameters.group(2);
        element.put(
            parameters.group(1).toLowerCase(Locale.ROOT),
            quoted == null ? parameters.group(3) : quoted);
      }
      if (parameters.group(4).equals(";")) continue;
      elements.add(element);
      element = new TreeMap<>();
      if (parameters.group(4).isEmpty()) return elements;
    }
    return List.of();
  }

  /** Elements without the parameter have an empty value, so that the positions agree. */
  private static List<String> all(String name, List<Map<String, String>> elements) {
    return elements.stream().map(each -> each.getOrDefault(name, "")).toList();
  }
}
