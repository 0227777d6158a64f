package diundashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The grammar of Atom feeds, {@code src/test/resources/atom.rnc}. */
public final class AtomGrammar {

  private AtomGrammar() {}

  /** Fails unless the XML is a feed after RFC 4287. */
  public static void check(byte[] xml) {
    var violations = new Violations();
    var properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, violations);
    var driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try {
      driver.loadSchema(ValidationDriver.fileInputSource("src/test/resources/atom.rnc"));
      driver.validate(new InputSource(new ByteArrayInputStream(xml)));
    } catch (IOException | SAXException e) {
      throw new AssertionError("not XML", e);
    }
    assertThat(violations.all).isEmpty();
  }

  private static final class Violations implements ErrorHandler {

    private final ArrayList<String> all = new ArrayList<>();

    @Override
    public void warning(SAXParseException violation) {
      all.add(violation.toString());
    }

    @Override
    public void error(SAXParseException violation) {
      all.add(violation.toString());
    }

    @Override
    public void fatalError(SAXParseException violation) {
      all.add(violation.toString());
    }
  }
}
