package diundashboard.hosts;

import diundashboard.start.StartPart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The hosts, as {@code GET /api/v1/hosts} lists them. */
@Dependent
public class HostsPart implements StartPart {

  @Inject private HostService hosts;

  @Override
  public String name() {
    return "hosts";
  }

  @Override
  public List<Host> value() {
    return hosts.list();
  }

  @Override
  public HostsVersion version() {
    return hosts.version();
  }
}
