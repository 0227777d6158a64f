/** Tests of the page in a real browser, with the real application. */
package diundashboard.system.browser;
