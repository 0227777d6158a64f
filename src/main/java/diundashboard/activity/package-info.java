/** The activity log: everything that happened, in order, until the retention ends. */
package diundashboard.activity;
