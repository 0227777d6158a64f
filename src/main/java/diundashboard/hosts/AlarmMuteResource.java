package diundashboard.hosts;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;

/**
 * {@code /api/v1/host-mutes}: mutes the alarms of silent hosts. The host is in the body, as for
 * {@link HostNameResource}.
 */
@Path("v1/host-mutes")
@RequiresRole(Role.EDITOR)
public class AlarmMuteResource {

  @Inject private HostService hosts;

  /** Mutes the alarm of {@code host} {@code until} a time or its next report. */
  @PUT
  public void mute(InputStream body) {
    var json = JsonBody.of(body);
    hosts.muteAlarm(json.text("host"), json.text("until"));
  }

  /** Ends the mute of {@code host}. */
  @DELETE
  public void unmute(InputStream body) {
    hosts.unmuteAlarm(JsonBody.of(body).text("host"));
  }
}
