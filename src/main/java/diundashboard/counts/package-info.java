/** Numbers of images, kept in memory. */
package diundashboard.counts;
