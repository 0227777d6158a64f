package diundashboard.hosts;

import diundashboard.activity.DataVersion;
import diundashboard.hosts.HostDao.Contact;
import java.util.List;
import java.util.Map;

/**
 * The version of the list of hosts. Test notifications and pings change the last contact of a host,
 * but do not append to the activity log.
 *
 * @param pings numbers of pings by heartbeat
 */
public record HostsVersion(DataVersion data, List<Contact> contacts, Map<Integer, Long> pings) {}
