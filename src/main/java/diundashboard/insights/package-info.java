/** Insights: how much came, how much waits and for how long, for charts. */
package diundashboard.insights;
