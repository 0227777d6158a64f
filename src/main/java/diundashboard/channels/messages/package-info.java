/** Messages: their words and formats, and how each destination takes them. */
package diundashboard.channels.messages;
