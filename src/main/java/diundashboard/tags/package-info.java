/** Tags, tag rules and tag assignments. */
package diundashboard.tags;
