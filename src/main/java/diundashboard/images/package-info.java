/**
 * References to container images: how they are taken apart, and which part of them is an update's
 * identity.
 */
package diundashboard.images;
