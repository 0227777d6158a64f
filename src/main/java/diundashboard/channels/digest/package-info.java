/** What a message reports: facts without words. */
package diundashboard.channels.digest;
