/** Bulk actions that users undo: acknowledge, snooze, reopen, note. */
package diundashboard.actions;
