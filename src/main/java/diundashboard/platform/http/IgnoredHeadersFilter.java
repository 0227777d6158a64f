package diundashboard.platform.http;

import static java.util.Collections.emptyEnumeration;
import static java.util.Collections.enumeration;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides headers that the application ignores. {@code Range}, because servers apply it to responses
 * other than 200 and methods other than GET, and no response is large. For the API and the webhook
 * also those of content negotiation: JAX-RS rejects requests whose headers it cannot parse, and
 * would read the body of a form as parameters. Bodies are read as JSON regardless of their type,
 * because Diun sends none.
 */
public class IgnoredHeadersFilter implements Filter {

  private static final Set<String> RANGE = caseInsensitive("Range", "If-Range");
  private static final Set<String> ALL =
      caseInsensitive(
          "Range", "If-Range", "Accept", "Accept-Language", "Content-Language", "Content-Type");

  private static final String ACCEPT = IgnoredHeadersFilter.class.getName() + ".accept";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    http.setAttribute(ACCEPT, http.getHeader("Accept"));
    var ignored = PathKind.of(http) == PathKind.PAGE ? RANGE : ALL;
    chain.doFilter(new WithoutHeaders(http, ignored), response);
  }

  /** Returns the header {@code Accept}, which only resources with several formats read. */
  public static String acceptOf(HttpServletRequest request) {
    return (String) request.getAttribute(ACCEPT);
  }

  private static Set<String> caseInsensitive(String... names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(names));
    return set;
  }

  private static final class WithoutHeaders extends HttpServletRequestWrapper {

    private final Set<String> ignored;

    WithoutHeaders(HttpServletRequest request, Set<String> ignored) {
      super(request);
      this.ignored = ignored;
    }

    @Override
    public String getContentType() {
      return ignored.contains("Content-Type") ? null : super.getContentType();
    }

    @Override
    public String getHeader(String name) {
      return ignored.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return ignored.contains(name) ? emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return enumeration(
          Collections.list(super.getHeaderNames()).stream()
              .filter(name -> !ignored.contains(name))
              .toList());
    }
  }
}
