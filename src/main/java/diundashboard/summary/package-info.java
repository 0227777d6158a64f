/** Numbers of updates and hosts for other applications, as JSON and as badges. */
package diundashboard.summary;
