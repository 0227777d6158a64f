/** The search language, which the list, the page and bulk changes share. */
package diundashboard.search;
