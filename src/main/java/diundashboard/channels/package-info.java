/** Channels: messages about new updates for people and programs, by mail, chat or webhook. */
package diundashboard.channels;
