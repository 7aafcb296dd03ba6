package org.silah.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person at a browser: with a language, a theme and a width of screen. Keeps what the console complained of. */
final class Visit implements AutoCloseable {

  private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  final Page page;
  final List<String> complaints = new ArrayList<>();
  private final BrowserContext context;
  private final String home;

  Visit(String home) {
    this(home, null);
  }

  /** @param pass what {@link #pass} gave a visit before; null for a stranger */
  Visit(String home, @Nullable String pass) {
    this.home = home;
    context = Chromium.browser().newContext(new Browser.NewContextOptions()
        .setBaseURL(home).setLocale("ar-SA").setTimezoneId("Asia/Riyadh").setViewportSize(1360, 900).setStorageState(pass));
    context.setDefaultTimeout(15_000);
    page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(complaints::add);
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  void signIn(String username, String password) {
    page.navigate("/sign-in");
    page.fill("#username", username);
    page.fill("#password", password);
    page.click("form[action='/sign-in'] button");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  /** With it another visit is the same person, without signing in again. */
  String pass() {
    return context.storageState();
  }

  void language(String code) {
    context.addCookies(List.of(new Cookie("language", code).setUrl(home)));
  }

  void theme(String theme) {
    context.addCookies(List.of(new Cookie("theme", theme).setUrl(home)));
  }

  void like(String language, String theme) {
    language(language);
    theme(theme);
  }

  void width(int pixels) {
    page.setViewportSize(pixels, 900);
  }

  void isAccessible() {
    assertThat(violations()).as("axe at " + page.url()).isEmpty();
  }

  /** What keeps people from reading or using this page, as axe finds it. */
  List<String> violations() {
    return new AxeBuilder(page).withTags(LEVELS).setLegacyMode(true).analyze().getViolations().stream()
        .map(violation -> violation.getId() + ": " + violation.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).limit(3).toList())
        .toList();
  }

  void fitsTheScreen() {
    assertThat(overflow()).as("horizontal overflow at " + page.url() + " and " + page.viewportSize().width + " px").isLessThanOrEqualTo(0);
  }

  /** By how many pixels the page is wider than the screen. */
  int overflow() {
    return (Integer) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
