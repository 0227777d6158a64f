/** How a caller gets a role. */
package diundashboard.access;
