/** The page in a real browser, on the real application. */
package diundashboard.system.browser;
