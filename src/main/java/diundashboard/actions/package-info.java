/** Bulk actions that users undo: acknowledge, snooze, mute, remove, reopen; and notes. */
package diundashboard.actions;
