/** Notifications: what Diun sends, taken whatever its version and provider, and kept. */
package diundashboard.notifications;
