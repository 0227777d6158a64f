/** Links of images to pages about them on other sites. */
package diundashboard.links;
