/** Lists in pages: cursors, limits, and what an answer holds. */
package diundashboard.paging;
