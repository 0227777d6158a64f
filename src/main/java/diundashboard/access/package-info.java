/** Authentication: determines the caller of a request and its role. */
package diundashboard.access;
