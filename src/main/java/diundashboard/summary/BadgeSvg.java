package diundashboard.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.text.XmlText;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Draws badges. */
final class BadgeSvg {

  /** The writer of the JDK, because those of servers differ in what they escape. */
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private static final String HEIGHT = "20";
  private static final int PADDING = 6;

  private final XMLStreamWriter xml;

  private BadgeSvg(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Returns a badge as SVG in UTF-8. */
  static byte[] write(Badge badge) {
    var bytes = new ByteArrayOutputStream();
    try {
      var xml = XML.createXMLStreamWriter(bytes, UTF_8.name());
      new BadgeSvg(xml).draw(badge);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A badge cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void draw(Badge badge) throws XMLStreamException {
    var label = TextWidth.of(badge.label());
    var message = TextWidth.of(badge.message());
    var left = label + 2 * PADDING;
    var right = message + 2 * PADDING;
    var title = XmlText.of(badge.title());
    start(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        left + right,
        "height",
        HEIGHT,
        "role",
        "img",
        "aria-label",
        title);
    text("title", title);
    start("clipPath", "id", "box");
    box(0, left + right, "#000", "rx", 3);
    xml.writeEndElement();
    start("g", "clip-path", "url(#box)");
    box(0, left, "#404040");
    box(left, right, "#" + badge.color());
    xml.writeEndElement();
    start("g", "fill", "#fff", "font-family", "Verdana,DejaVu Sans,sans-serif", "font-size", 11);
    label(badge.label(), PADDING, label);
    label(badge.message(), left + PADDING, message);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void box(int x, int width, String fill, Object... attributes) throws XMLStreamException {
    start("rect", "x", x, "width", width, "height", HEIGHT, "fill", fill);
    attributes(attributes);
    xml.writeEndElement();
  }

  /** Draws a text that is exactly as wide as it was estimated, whatever the font. */
  private void label(String text, int x, int width) throws XMLStreamException {
    text(
        "text",
        XmlText.of(text),
        "x",
        x,
        "y",
        14,
        "textLength",
        width,
        "lengthAdjust",
        "spacingAndGlyphs");
  }

  private void text(String element, String text, Object... attributes) throws XMLStreamException {
    start(element, attributes);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void start(String element, Object... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
  }

  /**
   * @param attributes names, each followed by its value
   */
  private void attributes(Object... attributes) throws XMLStreamException {
    for (var i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
    }
  }
}
