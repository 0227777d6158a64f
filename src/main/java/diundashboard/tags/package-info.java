/** Tags: the names people sort images by. */
package diundashboard.tags;
