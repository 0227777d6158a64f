package diundashboard.activity.feed;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** A link of an Atom feed or entry in its XML form. */
@XmlAccessorType(XmlAccessType.FIELD)
final class AtomLink {

  @XmlAttribute String rel;
  @XmlAttribute String href;

  /** For JAXB. */
  AtomLink() {}

  /**
   * @param href a URI in ASCII
   */
  AtomLink(String rel, String href) {
    this.rel = rel;
    this.href = href;
  }
}
