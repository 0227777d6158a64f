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
 * Hides the headers by which nothing is decided here from JAX-RS, which would refuse a request for
 * a header that it cannot parse, and take the body of a form for parameters. Bodies are read as
 * JSON whatever their type, because Diun sends none; answers have one type each, whatever is
 * accepted.
 */
public class IgnoredHeadersFilter implements Filter {

  private static final Set<String> UNREAD =
      caseInsensitive(Set.of("Accept", "Accept-Language", "Content-Language", "Content-Type"));

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Without((HttpServletRequest) request), response);
  }

  private static Set<String> caseInsensitive(Iterable<String> names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.forEach(set::add);
    return set;
  }

  private static final class Without extends HttpServletRequestWrapper {

    Without(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      return null;
    }

    @Override
    public String getHeader(String name) {
      return UNREAD.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return UNREAD.contains(name) ? emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return enumeration(
          Collections.list(super.getHeaderNames()).stream()
              .filter(name -> !UNREAD.contains(name))
              .toList());
    }
  }
}
