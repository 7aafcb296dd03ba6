package org.silah.browser;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * One page looked at: as wide as a desk and as narrow as a phone. By light axe reads it on the desk, in the dark on the phone,
 * so that each page is read in both shapes, both languages and both themes without being read eight times.
 */
record Look(Visit visit, String theme) {

  private static final int DESK = 1360;
  private static final int PHONE = 390;

  List<String> open(String address, int status) {
    return seen(visit.page.navigate(address), status);
  }

  /** The form at {@code address}, sent as it is. */
  List<String> mistakes(String address, String button) {
    visit.page.navigate(address);
    visit.page.evaluate("() => document.querySelectorAll('form').forEach(form => form.noValidate = true)");
    return seen(pressed(button), 422);
  }

  /** What is shown once, behind the first {@code link} of the list at {@code address}. */
  List<String> secret(String address, String link, String button) {
    visit.page.navigate(address);
    visit.page.navigate(visit.page.locator(link).last().getAttribute("href"));
    return seen(pressed(button), 200);
  }

  private Response pressed(String button) {
    return visit.page.waitForResponse(answer -> answer.request().isNavigationRequest() && answer.request().method().equals("POST"), () -> visit.page.click(button));
  }

  private List<String> seen(Response answer, int status) {
    visit.page.waitForLoadState();
    var flaws = new ArrayList<String>();
    var where = answer.url().replaceFirst("https?://[^/]+", "") + " " + visit.page.locator("html").getAttribute("lang") + " " + theme;
    if (answer.status() != status) {
      flaws.add(where + ": status " + answer.status());
    }
    for (int width : theme.equals("light") ? new int[] {PHONE, DESK} : new int[] {DESK, PHONE}) {
      visit.width(width);
      var overflow = visit.overflow();
      if (overflow > 0) {
        flaws.add(where + " at " + width + ": wider than the screen by " + overflow);
      }
    }
    visit.page.evaluate("() => scrollTo(0, 0)"); // what a focused field scrolled under the bar is not too small
    visit.violations().forEach(violation -> flaws.add(where + ": " + violation));
    return flaws;
  }
}
