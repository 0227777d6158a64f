/** The API of the Go DiunDashboard, frozen. No other package uses it. */
package diundashboard.goapi;
