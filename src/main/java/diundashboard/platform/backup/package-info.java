/** Backups of the database while the application runs. */
package diundashboard.platform.backup;
