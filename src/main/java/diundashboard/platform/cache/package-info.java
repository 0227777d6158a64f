/** LRU cache. */
package diundashboard.platform.cache;
