/**
 * Whether the application can serve: for orchestrators, the same on every server, and for every
 * other request.
 */
package diundashboard.health;
