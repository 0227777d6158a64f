/** Deletes entries that are older than the retention period. */
package diundashboard.activity.retention;
