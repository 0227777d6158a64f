/** Statistics for charts. */
package diundashboard.insights;
