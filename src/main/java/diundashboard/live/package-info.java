/** Server-sent events: the activity log as it grows, for any number of clients and servers. */
package diundashboard.live;
