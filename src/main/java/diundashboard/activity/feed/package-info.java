/** Atom feeds of pending updates and of activity. */
@XmlSchema(
    namespace = "http://www.w3.org/2005/Atom",
    elementFormDefault = XmlNsForm.QUALIFIED,
    xmlns = @XmlNs(prefix = "", namespaceURI = "http://www.w3.org/2005/Atom"))
package diundashboard.activity.feed;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
