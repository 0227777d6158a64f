/** Roles, the current caller, and the checks on resources and services. */
package diundashboard.platform.security;
