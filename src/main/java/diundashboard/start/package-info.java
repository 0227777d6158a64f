/** What the page needs when it starts, contributed by the features. */
package diundashboard.start;
