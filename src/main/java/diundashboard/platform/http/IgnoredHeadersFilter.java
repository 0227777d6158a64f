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
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides content negotiation headers from JAX-RS: the application ignores them, and JAX-RS rejects
 * requests whose headers it cannot parse. It would also read the body of a form as parameters.
 * Bodies are read as JSON regardless of their type, because Diun sends none.
 */
public class IgnoredHeadersFilter implements Filter {

  private static final Set<String> IGNORED =
      caseInsensitive(Set.of("Accept", "Accept-Language", "Content-Language", "Content-Type"));

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new WithoutHeaders((HttpServletRequest) request), response);
  }

  private static Set<String> caseInsensitive(Iterable<String> names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.forEach(set::add);
    return set;
  }

  private static final class WithoutHeaders extends HttpServletRequestWrapper {

    WithoutHeaders(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      return null;
    }

    @Override
    public String getHeader(String name) {
      return IGNORED.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return IGNORED.contains(name) ? emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return enumeration(
          Collections.list(super.getHeaderNames()).stream()
              .filter(name -> !IGNORED.contains(name))
              .toList());
    }
  }
}
