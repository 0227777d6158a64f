package diundashboard.activity.feed;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.List;

/** An Atom feed (RFC 4287) in its XML form. */
@XmlRootElement(name = "feed")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"id", "title", "updated", "author", "links", "entries"})
final class AtomFeed {

  String id;
  String title;
  String updated;
  Author author = new Author("DiunDashboard");

  @XmlElement(name = "link")
  List<AtomLink> links;

  @XmlElement(name = "entry")
  List<AtomEntry> entries;

  /** For JAXB. */
  AtomFeed() {}

  /** A feed whose update time is that of its newest entry. */
  AtomFeed(String title, FeedLinks site, List<AtomEntry> entries) {
    this.id = AtomId.of(site.self().toString());
    this.title = title;
    this.updated =
        entries.stream()
            .map(entry -> entry.updated)
            .max(String::compareTo)
            .orElse(Instant.EPOCH.toString());
    this.links =
        List.of(
            new AtomLink("self", site.self().toASCIIString()),
            new AtomLink("alternate", site.page().toASCIIString()));
    this.entries = entries;
  }

  /** The author of a feed or an entry. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Author {

    String name;

    /** For JAXB. */
    Author() {}

    Author(String name) {
      this.name = name;
    }
  }
}
