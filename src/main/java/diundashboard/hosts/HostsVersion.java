package diundashboard.hosts;

import diundashboard.activity.DataVersion;
import diundashboard.hosts.HostDao.Contact;
import java.util.List;

/**
 * The version of the list of hosts. Test notifications change the last contact of a host, but do
 * not append to the activity log.
 */
public record HostsVersion(DataVersion data, List<Contact> contacts) {}
