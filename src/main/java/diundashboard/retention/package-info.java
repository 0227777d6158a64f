/** Forgets what is older than anybody wants to know. */
package diundashboard.retention;
