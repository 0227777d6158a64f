package diundashboard.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests with headers from a peer. They have the methods that are used here. */
final class TestRequest {

  private TestRequest() {}

  /**
   * @param headers lines such as {@code Host: lab.example}
   */
  static HttpServletRequest of(String peer, String contextPath, String... headers) {
    var values = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var header : headers) {
      var parts = header.split(": ", 2);
      values.put(parts[0], parts[1]);
    }
    var answers =
        Map.<String, Object>of(
            "getRemoteAddr",
            peer,
            "isSecure",
            false,
            "getContextPath",
            contextPath,
            "getLocalAddr",
            "fd00::1",
            "getLocalPort",
            8080);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> values.get((String) arguments[0]);
                  case "getHeaders" ->
                      Collections.enumeration(
                          values.containsKey((String) arguments[0])
                              ? List.of(values.get((String) arguments[0]))
                              : List.of());
                  default -> answers.get(method.getName());
                });
  }
}
