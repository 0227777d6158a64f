package diundashboard.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;

/** Writes a JSON object on one line, member by member, with the values in their format as JSON. */
public final class JsonObjectWriter implements AutoCloseable {

  private final Writer json;
  private String separator = "{";

  /**
   * @param output is flushed at the end, but not closed
   */
  public JsonObjectWriter(OutputStream output) {
    json = new BufferedWriter(new OutputStreamWriter(output, UTF_8));
  }

  /** Appends a member, see {@link JsonbProvider}. */
  public void member(String name, Object value) throws IOException {
    json.append(separator).append(JsonbProvider.write(name)).append(':');
    json.append(JsonbProvider.write(value));
    separator = ",";
  }

  /** Ends the object. */
  @Override
  public void close() throws IOException {
    json.append(separator.equals("{") ? "{}" : "}").flush();
  }
}
