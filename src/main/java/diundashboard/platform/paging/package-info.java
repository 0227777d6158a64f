/** Cursor pagination. */
package diundashboard.platform.paging;
