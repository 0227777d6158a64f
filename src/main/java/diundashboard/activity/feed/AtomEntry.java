package diundashboard.activity.feed;

import diundashboard.platform.database.Timestamps;
import diundashboard.platform.text.XmlText;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.List;

/** An Atom entry in its XML form. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"id", "title", "updated", "links", "summary"})
final class AtomEntry {

  String id;
  String title;
  String updated;

  @XmlElement(name = "link")
  List<AtomLink> links;

  String summary;

  /** For JAXB. */
  AtomEntry() {}

  AtomEntry(String id, String title, Instant updated, List<AtomLink> links, String summary) {
    this.id = id;
    this.title = XmlText.of(title);
    this.updated = Timestamps.format(updated);
    this.links = links;
    this.summary = XmlText.of(summary);
  }
}
