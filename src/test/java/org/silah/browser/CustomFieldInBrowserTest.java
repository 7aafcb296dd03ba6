package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The administrator makes a field, a list brings it in, and it stands on the profile. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "silah.workers=true")
@Charity(fresh = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomFieldInBrowserTest {

  private static final String PASSWORD = "نخلة على ساحل هادئ";
  private static final String LIST = "الاسم;الجوال;المرحلة الدراسية;تاريخ التسجيل\nشروق العمري;0501248001;ثانوي;1448/01/15\nغيداء العمري;0501248002;روضة;\n";

  @LocalServerPort int port;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;

  @BeforeAll
  void anAdministrator() {
    staff.add("field-admin", "سالم", "Salem", null, Set.of(Role.ADMINISTRATOR), passwords.encode(PASSWORD), false);
  }

  @Test
  void aFieldIsMadeFilledByAListAndSeenOnTheProfile() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("field-admin", PASSWORD);
      visit.page.navigate("/settings");
      visit.page.locator("a[href='/settings/fields']").click();
      assertThat(visit.page.locator(".empty")).isVisible();
      visit.page.locator("a[href='/settings/fields/new']").first().click();
      assertThat(visit.page.locator(".for-options")).isHidden();
      visit.page.selectOption("#type", "choice");
      assertThat(visit.page.locator(".for-options")).isVisible();
      assertThat(visit.page.locator(".for-counted")).isHidden();
      visit.page.fill("#labelAr", "المرحلة الدراسية");
      visit.page.fill("#labelEn", "School stage");
      visit.page.fill("#code", "stage");
      visit.page.fill("#helpAr", "آخر مرحلة أتمها");
      visit.page.locator("[name=optionAr]").nth(0).fill("متوسط");
      visit.page.locator("[name=optionEn]").nth(0).fill("Intermediate");
      visit.page.locator("[name=optionAr]").nth(1).fill("ثانوي");
      visit.page.locator("[name=optionEn]").nth(1).fill("Secondary");
      visit.page.locator("label:has([name=kinds][value=person])").click();
      visit.isAccessible();
      visit.page.click(".field-form footer button");
      assertThat(visit.page.locator("main")).containsText("المرحلة الدراسية");
      visit.page.navigate("/settings/fields/new");
      visit.page.selectOption("#type", "date");
      visit.page.fill("#labelAr", "تاريخ التسجيل");
      visit.page.fill("#labelEn", "Enrolled");
      visit.page.fill("#code", "enrolled");
      visit.page.locator("label:has([name=kinds][value=person])").click();
      visit.page.click(".field-form footer button");

      visit.page.navigate("/imports");
      visit.page.setInputFiles("#file", new FilePayload("list.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
      visit.page.click("form[action='/imports'] footer button");
      assertThat(visit.page.locator("select[name=field]").nth(2)).hasValue("custom.stage");
      assertThat(visit.page.locator("select[name=field]").nth(3)).hasValue("custom.enrolled");
      visit.page.click("form[action$='/columns'] footer button");
      assertThat(visit.page.locator("main")).containsText("ليس هذا من اختيارات هذا الحقل");
      visit.page.click("form[action$='/commit'] button");
      visit.page.locator("a[href$='/undoing']").waitFor();

      visit.page.navigate("/clients");
      visit.page.locator("a.who", new com.microsoft.playwright.Page.LocatorOptions().setHasText("شروق العمري")).click();
      var group = visit.page.locator("#group-personal");
      assertThat(group).containsText("ثانوي");
      assertThat(group).containsText("15 محرم 1448هـ");
      visit.isAccessible();
      group.locator("a[href*='/groups/personal/fields']").first().click();
      assertThat(visit.page.locator("main")).containsText("آخر مرحلة أتمها");
      visit.page.selectOption("#f-stage", "intermediate");
      visit.page.click("main form footer button");
      assertThat(visit.page.locator("#group-personal")).containsText("متوسط");
      visit.width(390);
      visit.fitsTheScreen();
      assertThat(visit.complaints).isEmpty();
    }
  }
}
