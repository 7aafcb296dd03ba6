package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people of a charity do at their desks, by mouse and keyboard. Knows no shortcut past the pages. */
final class Office {

  /** What an import says of its rows before it is carried out. */
  record Outcome(int fresh, int joined, int failed) {}

  /** What people fill in; hidden fields and what appears for a project only are not asked for. */
  private static final String FIELDS_SEEN = """
      form => [...new Set([...form.elements]
        .filter(field => field.name && field.type !== 'hidden' && field.getClientRects().length > 0)
        .map(field => field.name))]""";

  private final String home;
  private final String password;
  private final Map<String, String> passes = new HashMap<>();
  private final List<Outcome> brought = new ArrayList<>();

  Office(String home, String password) {
    this.home = home;
    this.password = password;
  }

  /** Signs in at the first time. */
  Visit enter(String username) {
    return new Visit(home, passes.computeIfAbsent(username, this::signIn));
  }

  private String signIn(String username) {
    try (var visit = outside()) {
      visit.signIn(username, password);
      return visit.pass();
    }
  }

  /** Somebody who has no account here. */
  Visit outside() {
    return new Visit(home);
  }

  /** The tests do not wait for the morning. */
  void writesAtAnyHour(String administrator) {
    try (var visit = enter(administrator)) {
      visit.page.navigate("/settings/gate");
      visit.page.fill("#from", "00:00");
      visit.page.fill("#until", "00:00");
      visit.page.click("main form .btn.p");
      assertThat(visit.page.locator(".notice.ok")).isVisible();
    }
  }

  void bringIn(String username, List<Path> lists) {
    if (brought.isEmpty()) {
      try (var visit = enter(username)) {
        lists.forEach(list -> brought.add(bringIn(visit.page, list)));
        assertThat(visit.complaints).isEmpty();
      }
    }
  }

  Outcome first() {
    return brought.getFirst();
  }

  Outcome second() {
    return brought.getLast();
  }

  private static Outcome bringIn(Page page, Path list) {
    page.navigate("/imports");
    page.setInputFiles("#file", list);
    page.selectOption("#kind", "clients");
    page.click("form[action='/imports'] footer button");
    page.click("form[action$='/columns'] footer button");
    page.locator("form[action$='/commit']").waitFor();
    var outcome = new Outcome(count(page, "new"), count(page, "joined"), count(page, "failed"));
    page.click("form[action$='/commit'] button");
    page.locator("a[href$='/undoing']").waitFor();
    return outcome;
  }

  private static int count(Page page, String outcome) {
    return Integer.parseInt(page.locator("nav.tiles a[href*='show=" + outcome + "'] .v").innerText());
  }

  void open(Visit visit, String client) {
    visit.page.navigate("/clients");
    visit.page.locator("a.who", new Page.LocatorOptions().setHasText(client)).click();
    assertThat(visit.page.locator("h1")).hasText(client);
  }

  void addEmail(Visit visit, String client, String address) {
    open(visit, client);
    visit.page.click("a[href*='edit=email']");
    visit.page.fill("#value", address);
    visit.page.click("form[action$='/emails'] button.p");
    assertThat(visit.page.locator("#group-identity .points")).containsText(address);
  }

  /** Zakat, today, by the way of giving that the form proposes. */
  void recordGift(Visit visit, String typed, String giver, String amount) {
    visit.page.navigate("/gifts/new");
    var asked = (List<?>) visit.page.locator("form.gift-form").evaluate(FIELDS_SEEN);
    assertThat(asked.stream().map(Object::toString).collect(Collectors.toSet())).hasSizeLessThanOrEqualTo(6);
    visit.page.locator("#giver-text").pressSequentially(typed);
    visit.page.locator("#giver-hits [data-fills]", new Page.LocatorOptions().setHasText(giver)).click();
    visit.page.fill("#amount", amount);
    visit.page.locator(".seg label", new Page.LocatorOptions().setHas(visit.page.locator("input[name=purpose][value=zakat]"))).click();
    visit.page.click("form.gift-form footer button");
    assertThat(visit.page.locator(".notice.ok")).containsText(giver);
  }

  /** In time: the page is looked at again until it does. */
  void timelineSays(Visit visit, String words) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
      visit.page.reload();
      assertThat(visit.page.locator("#timeline").innerText()).contains(words);
    });
  }
}
