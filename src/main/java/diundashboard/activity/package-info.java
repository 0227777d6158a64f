/** The activity log: append-only, ids in commit order. */
package diundashboard.activity;
