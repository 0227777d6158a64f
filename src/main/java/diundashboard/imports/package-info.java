/**
 * Imports what Diun has stored about images: finds notifications that were missed, and reads the
 * versions in the labels of images.
 */
package diundashboard.imports;
