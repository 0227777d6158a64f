package diundashboard.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** Colour scheme and size of the browser window. */
enum Look {
  LIGHT,
  DARK,
  PHONE;

  Browser.NewContextOptions window() {
    var window =
        new Browser.NewContextOptions()
            .setColorScheme(this == DARK ? ColorScheme.DARK : ColorScheme.LIGHT);
    return this == PHONE
        ? window.setViewportSize(390, 800).setHasTouch(true).setIsMobile(true)
        : window;
  }
}
