/** Updates: the last thing that Diun said of each image, and whether somebody has seen to it. */
package diundashboard.updates;
