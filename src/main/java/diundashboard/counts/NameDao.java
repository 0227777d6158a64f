package diundashboard.counts;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/** Reads the names of what images are counted by. */
@Dependent
public final class NameDao {

  private final Database database;

  @Inject
  public NameDao(Database database) {
    this.database = database;
  }

  /** Returns the hosts that hostnames count as. */
  public HostNames hosts() {
    return new HostNames(
        database
            .list(
                "SELECT hostname, host, name FROM host_names",
                row ->
                    Map.entry(row.getString(1), new HostName(row.getString(2), row.getString(3))))
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Returns the names of tags by their ids. */
  public Map<Integer, String> tags() {
    return database
        .list("SELECT id, name FROM tags", row -> Map.entry(row.getInt(1), row.getString(2)))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The hosts by all hostnames that count as them. */
  public record HostNames(Map<String, HostName> byHostname) {

    /** Returns the host that a hostname counts as. */
    public HostName of(String hostname) {
      var host = byHostname.get(hostname);
      return host == null ? new HostName(hostname, null) : host;
    }
  }

  /**
   * A host.
   *
   * @param name the name that users gave it; null for none
   */
  public record HostName(String host, String name) {

    /** Returns the name, or the hostname if it has none. */
    public String label() {
      return name == null ? host : name;
    }
  }
}
