/** Saved views: searches of the inbox with a sort order and grouping, which users name. */
package diundashboard.views;
