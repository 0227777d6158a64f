/** Caches of limited size. */
package diundashboard.platform.cache;
