/** Read side: lists, details and facet counts of image updates. */
package diundashboard.inbox;
