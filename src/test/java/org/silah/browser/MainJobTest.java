package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.kernel.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What Silah is for, done in a browser by the people who do it: from a branch's list to a donor who is thanked, and heard. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "silah.workers=true")
@Charity(fresh = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {

  private static final String PASSWORD = "a long enough password";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String AHMAD = "أحمد بن عبد الله الغامدي";
  private static final String FATIMA = "فاطمه محمد القحطاني";
  private static final String FOUNDATION = "مؤسسة النور الخيرية";
  private static final PostBox POST = new PostBox();

  @LocalServerPort int port;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;

  private Office office;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    properties.add("silah.smtp.host", () -> "127.0.0.1");
    properties.add("silah.smtp.port", POST::port);
    properties.add("silah.smtp.security", () -> "none");
  }

  @BeforeAll
  void aCharityThatHasJustBegun() {
    PlaywrightAssertions.setDefaultAssertionTimeout(LONG.toMillis());
    var password = passwords.encode(PASSWORD);
    staff.add("maha", "مها العتيبي", "Maha Al-Otaibi", null, Set.of(Role.REGISTRAR), password, false);
    staff.add("salem", "سالم القحطاني", "Salem Al-Qahtani", "salem@birr.example", Set.of(Role.DONOR_RELATIONS), password, false);
    staff.add("reem", "ريم الشهري", "Reem Al-Shehri", null, Set.of(Role.ADMINISTRATOR), password, false);
    office = new Office("http://localhost:" + port, PASSWORD);
    office.writesAtAnyHour("reem");
  }

  @AfterAll
  static void close() {
    POST.close();
  }

  @Test
  void theSecondListOfABranchJoinsThePeopleOfTheFirst() {
    broughtIn();
    assertThat(office.first()).isEqualTo(new Office.Outcome(3, 0, 0));
    assertThat(office.second()).isEqualTo(new Office.Outcome(0, 3, 0));
    try (var visit = office.enter("maha")) {
      visit.page.navigate("/clients");
      assertThat(visit.page.locator("table.people tbody th b")).containsText(new String[] {AHMAD, FATIMA, FOUNDATION});
      assertThat(visit.complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"احمد عبدالله الغامدى", "أَحْمَدُ بنُ عبد الله", "ahmad alghamdi", "٠٥٠ ١٢٣ ٤٥٦٧"})
  void aClientIsFoundWhileTypingInAnySpelling(String typed) {
    broughtIn();
    try (var visit = office.enter("maha")) {
      visit.page.navigate("/");
      visit.page.keyboard().press("Control+KeyK");
      visit.page.locator("#palette-text").pressSequentially(typed, new com.microsoft.playwright.Locator.PressSequentiallyOptions().setDelay(40)); // as people type
      assertThat(visit.page.locator("#palette-hits .hit b").first()).hasText(AHMAD);
      visit.page.locator("#palette-hits .hit", new com.microsoft.playwright.Page.LocatorOptions().setHasText(AHMAD)).first().click();
      assertThat(visit.page.locator("h1")).hasText(AHMAD);
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void aGiftIsRecordedInSixFieldsAndThankedForByItself() throws Exception {
    broughtIn();
    try (var visit = office.enter("salem")) {
      office.addEmail(visit, AHMAD, "ahmad@people.example");
      office.recordGift(visit, "عبدالله الغامدي", AHMAD, "1250.50");
      await().atMost(LONG).until(() -> !POST.of("ahmad@people.example").isEmpty());
      var mail = POST.newest("ahmad@people.example");
      assertThat(mail.getSubject()).contains("زكاتكم");
      assertThat(PostBox.html(mail)).contains(AHMAD, "1,250.50");
      office.open(visit, AHMAD);
      office.timelineSays(visit, mail.getSubject());
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void whoUnsubscribesOnThePageOfTheMailIsNotThankedAgain() throws Exception {
    broughtIn();
    thanked(FATIMA, "القحطاني", "fatima@people.example");
    try (var reader = office.outside()) {
      reader.page.setContent(PostBox.html(POST.newest("fatima@people.example")));
      reader.page.click("a[href*='/unsubscribe/']");
      assertThat(reader.page.locator("html")).hasAttribute("lang", "ar");
      reader.page.click("button[name=choice][value=topic]");
      assertThat(reader.page.locator(".notice.ok")).isVisible();
      assertThat(reader.complaints).isEmpty();
    }
    theNextThanksAreHeldBack(FATIMA, "القحطاني", "fatima@people.example");
  }

  @Test
  void whoUnsubscribesWithOneClickInTheMailProgramIsNotThankedAgain() throws Exception {
    broughtIn();
    thanked(FOUNDATION, "مؤسسه النور", "office@noor.example");
    var mail = POST.newest("office@noor.example");
    assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    assertThat(oneClick(mail)).isEqualTo(200);
    theNextThanksAreHeldBack(FOUNDATION, "مؤسسه النور", "office@noor.example");
  }

  @Test
  void aPartOfThePyramidOpensTheListBehindIt() {
    broughtIn();
    try (var visit = office.enter("salem")) {
      office.recordGift(visit, "الغامدي", AHMAD, "90000");
      visit.page.navigate("/pyramid");
      visit.page.click("form[action='/pyramid/computation'] button");
      assertThat(visit.page.locator("figure.pyramid svg a").first()).isVisible();
      visit.page.locator("figure.pyramid svg a polygon").first().click();
      assertThat(visit.page).hasURL(Pattern.compile(".*/pyramid/[a-z]+"));
      assertThat(visit.page.locator("tbody tr").first()).containsText(AHMAD);
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void languageAndThemeAreSwitchedBeforeSigningInAndAfter() {
    try (var visit = office.outside()) {
      visit.page.navigate("/sign-in");
      looks(visit, "ar", "rtl");
      visit.page.click("form[action='/preferences/language'] button");
      looks(visit, "en", "ltr");
      visit.page.click("form[action='/preferences/theme'] button[value=dark]");
      assertThat(visit.page.locator("html")).hasAttribute("data-theme", "dark");
      visit.signIn("maha", PASSWORD);
      looks(visit, "en", "ltr");
      assertThat(visit.page.locator("html")).hasAttribute("data-theme", "dark");
      visit.page.click("form[action='/preferences/language'] button");
      looks(visit, "ar", "rtl");
      visit.page.click("form[action='/preferences/theme'] button[value=light]");
      assertThat(visit.page.locator("html")).hasAttribute("data-theme", "light");
      assertThat(visit.complaints).isEmpty();
    }
  }

  private static void looks(Visit visit, String language, String direction) {
    assertThat(visit.page.locator("html")).hasAttribute("lang", language);
    assertThat(visit.page.locator("html")).hasAttribute("dir", direction);
  }

  /** Once, by whichever test comes first: what came of it is for all. */
  private void broughtIn() {
    office.bringIn("maha", List.of(
        SharedData.path("csv/branch_list_windows-1256.csv"), SharedData.path("csv/branch_list_utf8_bom.csv")));
  }

  private void thanked(String client, String typed, String address) {
    try (var visit = office.enter("salem")) {
      office.addEmail(visit, client, address);
      office.recordGift(visit, typed, client, "500");
      await().atMost(LONG).until(() -> !POST.of(address).isEmpty());
      office.open(visit, client);
      office.timelineSays(visit, "أُرسلت إليه رسالة");
    }
  }

  private void theNextThanksAreHeldBack(String client, String typed, String address) {
    try (var visit = office.enter("salem")) {
      office.recordGift(visit, typed, client, "700");
      office.open(visit, client);
      office.timelineSays(visit, "لا يرغب العميل");
      visit.page.navigate("/messages?state=held");
      assertThat(visit.page.locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(client))).containsText("لا يرغب العميل");
      assertThat(POST.of(address)).hasSize(1);
      assertThat(visit.complaints).isEmpty();
    }
  }

  /** What a mail program does when its own button is pressed (RFC 8058): no cookie, no page. */
  private static int oneClick(MimeMessage mail) throws Exception {
    var link = mail.getHeader("List-Unsubscribe", ",").replaceAll(".*<(http[^>]+)>.*", "$1");
    try (var client = HttpClient.newHttpClient()) {
      var post = HttpRequest.newBuilder(URI.create(link))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
          .build();
      return client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
