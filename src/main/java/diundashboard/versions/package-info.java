/** Versions in the tags of images, and the changes between them. */
package diundashboard.versions;
