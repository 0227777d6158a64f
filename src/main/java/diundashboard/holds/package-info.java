/** Times for which new digests of single images are held back. */
package diundashboard.holds;
