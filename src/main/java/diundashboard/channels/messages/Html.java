package diundashboard.channels.messages;

import diundashboard.channels.messages.Content.Line;
import java.io.StringWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Messages as HTML for mail, without images and styles from elsewhere. The writer escapes. */
final class Html {

  private static final String BODY =
      "font-family: system-ui, sans-serif; line-height: 1.5; max-width: 40em";

  private final XMLStreamWriter html;

  private Html(XMLStreamWriter html) {
    this.html = html;
  }

  /** Returns a document. */
  static String of(Content content, Locale language, String footer) {
    var text = new StringWriter();
    try {
      var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Html(writer).document(content, language, footer);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A message cannot be written as HTML", e);
    }
    return text.toString();
  }

  private void document(Content content, Locale language, String footer) throws XMLStreamException {
    html.writeDTD("<!DOCTYPE html>\n");
    html.writeStartElement("html");
    html.writeAttribute("lang", language.getLanguage());
    html.writeStartElement("head");
    html.writeEmptyElement("meta");
    html.writeAttribute("charset", "utf-8");
    element("title", content.title());
    html.writeEndElement();
    html.writeStartElement("body");
    html.writeAttribute("style", BODY);
    html.writeStartElement("h1");
    html.writeAttribute("style", "font-size: 1.25em");
    text(content.title(), content.link());
    html.writeEndElement();
    lines(content);
    html.writeStartElement("p");
    html.writeAttribute("style", "color: #666");
    html.writeCharacters(footer);
    html.writeEndElement();
    html.writeEndDocument();
    html.flush();
  }

  private void lines(Content content) throws XMLStreamException {
    var isInList = false;
    for (var line : content.lines()) {
      html.writeCharacters("\n");
      if (line.isItem() && !isInList) html.writeStartElement("ul");
      if (!line.isItem() && isInList) html.writeEndElement();
      isInList = line.isItem();
      line(line);
    }
    if (isInList) html.writeEndElement();
    html.writeCharacters("\n");
  }

  private void line(Line line) throws XMLStreamException {
    html.writeStartElement(line.isItem() ? "li" : "p");
    text(line.text(), line.link());
    if (line.notes().isPresent()) {
      html.writeCharacters(" · ");
      text(line.notes().get().text(), line.notes().map(Content.Link::target));
    }
    html.writeEndElement();
  }

  private void text(String text, Optional<URI> link) throws XMLStreamException {
    if (link.isPresent()) {
      html.writeStartElement("a");
      html.writeAttribute("href", link.get().toASCIIString());
    }
    html.writeCharacters(text);
    if (link.isPresent()) html.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    html.writeStartElement(name);
    html.writeCharacters(text);
    html.writeEndElement();
  }
}
