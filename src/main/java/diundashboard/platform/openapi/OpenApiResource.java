package diundashboard.platform.openapi;

import diundashboard.platform.security.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code /api/v1/openapi.json}: the OpenAPI 3.1 document. The build joins it from {@code
 * src/main/openapi}. It is not generated from the code, because each server would generate a
 * different one.
 */
@Path("v1/openapi.json")
@Public("the document is part of the public source code")
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
