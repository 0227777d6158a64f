/** The search language and its translation to SQL conditions. */
package diundashboard.inbox.search;
