package diundashboard.platform.backup;

import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code /api/v1/backup}. */
@Path("v1/backup")
@RequiresRole(Role.ADMIN)
public class BackupResource {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'diun-dashboard-'uuuuMMdd'T'HHmmss'Z.db'")
          .withZone(ZoneOffset.UTC);

  @Inject private BackupService backups;

  /** Sends a copy of the SQLite file. */
  @GET
  @Produces("application/vnd.sqlite3")
  public Response backup(@Context Request request) {
    backups.check();
    if (request.getMethod().equals(HttpMethod.HEAD)) return Response.ok().build();
    var backup = backups.create();
    return Response.ok(backup.content())
        .header(HttpHeaders.CONTENT_LENGTH, backup.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"".formatted(NAME.format(backup.at())))
        .build();
  }
}
