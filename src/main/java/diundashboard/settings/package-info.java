/**
 * All configuration of the application, read once through MicroProfile Config and checked as a
 * whole.
 */
package diundashboard.settings;
