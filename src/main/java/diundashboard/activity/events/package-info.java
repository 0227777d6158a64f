/** Server-sent events, read from the activity log. */
package diundashboard.activity.events;
