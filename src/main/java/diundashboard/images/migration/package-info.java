/** Migrations of rows that apply rules of the images, in Java. */
package diundashboard.images.migration;
