package diundashboard.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Finds faults of accessibility. {@link AxeBuilder} would send axe to the page, and the rules that
 * are met to the test, each time.
 */
public enum Axe {
  WCAG("{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }"),
  COLOURS("{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }");

  private static final String RUN =
      """
      root => axe.run(root, { resultTypes: ['violations'], runOnly: %s })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))
      """;

  private final String rules;

  Axe(String rules) {
    this.rules = rules;
  }

  /** Returns the rules that the page violates, each with an element. */
  public List<String> violations(Page page) {
    return violations(page, "html");
  }

  /** Returns the rules that an element violates. */
  @SuppressWarnings("unchecked")
  List<String> violations(Page page, String root) {
    if (page.evaluate("'axe' in globalThis").equals(false)) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    return (List<String>) page.evaluate(RUN.formatted(rules), root);
  }
}
