package diundashboard.activity.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.eclipse.persistence.jaxb.JAXBContextFactory;

/** Writes feeds with MOXy, which is bundled because servers differ in their JAXB implementation. */
final class AtomWriter {

  private static final JAXBContext CONTEXT = context();

  private AtomWriter() {}

  /** Returns a feed as XML in UTF-8. */
  static byte[] write(AtomFeed feed) {
    var xml = new ByteArrayOutputStream();
    try {
      var marshaller = CONTEXT.createMarshaller();
      marshaller.setProperty(jakarta.xml.bind.Marshaller.JAXB_ENCODING, UTF_8.name());
      marshaller.marshal(feed, xml);
    } catch (JAXBException e) {
      throw new IllegalStateException("A feed cannot be written", e);
    }
    return xml.toByteArray();
  }

  private static JAXBContext context() {
    try {
      return JAXBContextFactory.createContext(new Class<?>[] {AtomFeed.class}, Map.of());
    } catch (JAXBException e) {
      throw new IllegalStateException("MOXy rejects the feed classes", e);
    }
  }
}
