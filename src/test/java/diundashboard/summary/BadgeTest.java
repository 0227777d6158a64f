package diundashboard.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.inbox.InboxService.FoundImages;
import diundashboard.inbox.search.SearchQuery;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BadgeTest {

  @Test
  void theColourSaysHowMuchIsPending() {
    assertThat(badge("", 0, 0)).isEqualTo(new Badge(1, "updates", "none pending", "2e7d32"));
    assertThat(badge("tag:media", 3, 0))
        .isEqualTo(new Badge(1, "tag:media", "3 pending", "b45309"));
    assertThat(badge("", 3, 1)).isEqualTo(new Badge(1, "updates", "3 pending, 1 major", "b91c1c"));
    assertThat(badge("is:snoozed", 3, 1)).isEqualTo(new Badge(1, "is:snoozed", "3", "1d4ed8"));
  }

  @Test
  void aLongLabelIsShortened() {
    assertThat(badge("a".repeat(60), 0, 0).label()).isEqualTo("a".repeat(60));
    assertThat(badge("😀".repeat(61), 0, 0).label()).isEqualTo("😀".repeat(59) + "…");
  }

  @Test
  void aBadgeIsAsWideAsItsTexts() {
    assertThat(new String(BadgeSvg.write(badge("", 3, 0)), UTF_8))
        .isEqualTo(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="128" height="20" role="img" aria-label="updates: 3 pending">
            <title>updates: 3 pending</title>
            <clipPath id="box"><rect x="0" width="128" height="20" fill="#000" rx="3"></rect></clipPath>
            <g clip-path="url(#box)">
            <rect x="0" width="60" height="20" fill="#404040"></rect>
            <rect x="60" width="68" height="20" fill="#b45309"></rect></g>
            <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
            <text x="6" y="14" textLength="48" lengthAdjust="spacingAndGlyphs">updates</text>
            <text x="66" y="14" textLength="56" lengthAdjust="spacingAndGlyphs">3 pending</text></g></svg>"""
                .replace("\n", ""));
    assertThat(svg(badge("m".repeat(30), 3, 0)).getDocumentElement().getAttribute("width"))
        .isEqualTo("395");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "\"&'>]]>", "a\u0001\uFFFE", "\uD800", "日本 😀"})
  void anyTextMakesAValidImage(String search) {
    var badge = badge(search, 1, 0);
    var root = svg(badge).getDocumentElement();
    var title = badge.title().replaceAll("[\u0001\uFFFE\uD800]", "\uFFFD");
    assertThat(root.getAttribute("aria-label")).isEqualTo(title);
    assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(title);
    var names = root.getElementsByTagName("*");
    for (var i = 0; i < names.getLength(); i++) {
      assertThat(((Element) names.item(i)).getTagName())
          .isIn("title", "clipPath", "rect", "g", "text");
    }
  }

  private static Badge badge(String search, long total, long major) {
    return Badge.of(SearchQuery.parse("q", search), new FoundImages(total, major));
  }

  private static Document svg(Badge badge) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(BadgeSvg.write(badge)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
