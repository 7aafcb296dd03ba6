package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Documents at a desk, some of them made by somebody who means ill. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Charity(fresh = true)
class DocumentsInBrowserTest {

  private static final String PASSWORD = "a long enough password";
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String HOSTILE = "\"><img src=x onerror=alert(1)>";

  @LocalServerPort int port;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired Constituents constituents;

  @Test
  void severalFilesAreChosenAddedSeenAndFetchedAndNothingOfThemRuns() throws IOException {
    staff.add("noura", "نورة", "Noura", null, Set.of(Role.CASE_WORKER), passwords.encode(PASSWORD), false);
    var client = "/clients/" + constituents.add(NewClient.person("هند بنت سعد القحطاني", "staff"));
    var pdf = ("%PDF-1.4\n<html>" + SCRIPT + "</html>\n%%EOF").getBytes(StandardCharsets.UTF_8);
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.page.onDialog(dialog -> {
        visit.complaints.add("dialog " + dialog.message());
        dialog.dismiss();
      });
      visit.signIn("noura", PASSWORD);
      visit.page.navigate(client);
      visit.page.click("#documents a.btn[href$='/documents/new']");
      visit.page.setInputFiles("#file", new FilePayload[] {
          new FilePayload("عقد الإيجار.html", "text/html", pdf), new FilePayload(HOSTILE + ".svg", "image/svg+xml", photograph())});
      assertThat(visit.page.locator("#file-name")).containsText("عقد الإيجار.html ·");
      visit.page.selectOption("#kind", "lease");
      visit.page.fill("#note", HOSTILE);
      visit.page.click("form[enctype] footer button");
      assertThat(visit.page.locator(".notice.ok")).isVisible();
      assertThat(visit.page.locator("#documents .documents li")).hasCount(2);
      visit.page.locator("#documents img.face").scrollIntoViewIfNeeded();
      visit.page.waitForFunction("() => document.querySelector('#documents img.face').naturalWidth > 0");
      visit.page.locator("#documents").getByText("عقد الإيجار").click();
      var fetched = visit.page.waitForDownload(() -> visit.page.click("a.btn.p[download]"));
      assertThat(fetched.suggestedFilename()).isEqualTo("عقد الإيجار.pdf");
      assertThat(Files.readAllBytes(fetched.path())).isEqualTo(pdf);
      var address = visit.page.locator("a.btn.p[download]").getAttribute("href");
      visit.page.waitForDownload(() -> visit.page.evaluate("address => { location = address; }", address));
      visit.page.waitForDownload(() -> visit.page.evaluate("""
          address => {
            const frame = document.createElement('iframe');
            frame.src = address;
            document.body.append(frame);
          }""", address));
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void aFileThatIsTooLargeIsToldOfBeforeItIsSent() {
    staff.add("maha", "مها", "Maha", null, Set.of(Role.REGISTRAR), passwords.encode(PASSWORD), false);
    var client = "/clients/" + constituents.add(NewClient.person("ريم القحطاني", "staff"));
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("maha", PASSWORD);
      visit.language("en");
      visit.page.navigate(client + "/documents/new");
      visit.page.setInputFiles("#file", new FilePayload("large.pdf", "application/pdf", new byte[21 << 20]));
      assertThat(visit.page.locator("#file").evaluate("box => box.validationMessage")).isEqualTo("The file is larger than 20 MB.");
    }
  }

  /** A whole folder at once is told to be too much, and is no failure of ours. */
  @Test
  void moreFilesThanAFormMayHaveAreRefused() {
    staff.add("salma", "سلمى", "Salma", null, Set.of(Role.CASE_WORKER), passwords.encode(PASSWORD), false);
    var client = "/clients/" + constituents.add(NewClient.person("سارة القحطاني", "staff"));
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("salma", PASSWORD);
      visit.page.navigate(client + "/documents/new");
      var files = new FilePayload[200];
      for (int i = 0; i < files.length; i++) {
        files[i] = new FilePayload("scan-" + i + ".pdf", "application/pdf", ("%PDF-1.4 " + i).getBytes(StandardCharsets.UTF_8));
      }
      visit.page.setInputFiles("#file", files);
      var answer = visit.page.waitForResponse(sent -> sent.request().method().equals("POST"), () -> visit.page.click("form[enctype] footer button"));
      assertThat(answer.status()).isBetween(400, 499);
      visit.page.navigate(client);
      assertThat(visit.page.locator("#documents .documents li")).hasCount(0);
    }
  }

  /** With a web page in its comment and another behind its end. */
  private static byte[] photograph() throws IOException {
    var plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
    var bytes = plain.toByteArray();
    var file = new ByteArrayOutputStream();
    file.write(bytes, 0, 2);
    file.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (SCRIPT.length() + 2)});
    file.write(SCRIPT.getBytes(StandardCharsets.US_ASCII));
    file.write(bytes, 2, bytes.length - 2);
    file.write(SCRIPT.getBytes(StandardCharsets.US_ASCII));
    return file.toByteArray();
  }
}
