/** Jobs that run in the background. */
package diundashboard.platform.jobs;
