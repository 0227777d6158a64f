package diundashboard.platform.openapi;

import diundashboard.platform.security.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code /api/v1/openapi.json}, OpenAPI 3.1 of all that there is. It is a file and not generated,
 * so that every server gives the same; a test holds it against the resources and their answers.
 */
@Path("v1/openapi.json")
@Public("it tells nothing that the sources do not")
public class OpenApiResource {

  private static final byte[] DOCUMENT = read();

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] document() {
    return DOCUMENT;
  }

  private static byte[] read() {
    try (var file = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
