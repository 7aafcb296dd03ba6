package org.silah.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Chromium for all browser tests of a run: Debian's, or wherever SILAH_BROWSER says. */
final class Chromium {

  private static final List<String> QUIET = List.of(
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--disable-sync");
  private static final Playwright PLAYWRIGHT =
      Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final Browser BROWSER =
      PLAYWRIGHT.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(QUIET));

  private Chromium() {}

  static Browser browser() {
    return BROWSER;
  }

  private static Path executable() {
    return Stream.of(System.getenv("SILAH_BROWSER"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(path -> path != null && Files.isExecutable(Path.of(path)))
        .map(Path::of)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the browser tests need Chromium: bin/test installs it on Debian; elsewhere name it in SILAH_BROWSER"));
  }
}
