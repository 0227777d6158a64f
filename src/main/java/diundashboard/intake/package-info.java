/**
 * Receives Diun's webhooks: authenticates the sender, parses the notification, stores it in one
 * transaction.
 */
package diundashboard.intake;
