/** Startup sequence and readiness. */
package diundashboard.platform.startup;
