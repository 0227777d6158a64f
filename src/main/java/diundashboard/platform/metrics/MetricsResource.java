package diundashboard.platform.metrics;

import diundashboard.platform.config.MetricsAccess;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.IgnoredHeadersFilter;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.Role;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code /api/v1/metrics}: for Prometheus and programs that read its formats. */
@Path("v1/metrics")
@Public("the setting diun.metrics says who may read metrics")
public class MetricsResource {

  private static final ExpositionFormats FORMATS = ExpositionFormats.init();

  @Inject private Metrics metrics;
  @Inject private Settings settings;
  @Inject private CurrentCaller caller;

  /** Returns all metrics, in OpenMetrics if {@code Accept} names it. */
  @GET
  public Response get(@Context HttpServletRequest request) {
    if (settings.metrics() == MetricsAccess.VIEWER) caller.require(Role.VIEWER);
    var writer = FORMATS.findWriter(IgnoredHeadersFilter.acceptOf(request));
    var body = new ByteArrayOutputStream();
    try {
      writer.write(body, metrics.snapshots());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.ok(body.toByteArray()).type(writer.getContentType()).build();
  }
}
