package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.giving.GiftChannel;
import org.silah.giving.Giving;
import org.silah.giving.NewGift;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.silah.kernel.PersonName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** A browser that reads what attackers call themselves runs none of it, on any page that shows it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Charity(fresh = true)
class HostilePagesTest {

  private static final String PASSWORD = "a long enough password";
  private static final List<String> OURS = List.of(
      "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</script><script>alert(1)</script>", "</title><script>alert(1)</script>",
      "\" autofocus onfocus=alert(1) x=\"", "' onmouseover='alert(1)", "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>",
      "<iframe srcdoc='<script>parent.alert(1)</script>'>", "<math><mtext><style><img src onerror=alert(1)>", "{{constructor.constructor('alert(1)')()}}",
      "${alert(1)}", "<div hx-get=/clients hx-trigger=load>", "<div hx-on:load=alert(1)>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>",
      "<form action=//evil.example><button autofocus>", "\u2028<script>alert(1)</script>", "<!--<img src=--><img src=x onerror=alert(1)//>");

  /** Elements and attributes that no page of ours has. */
  private static final String MADE_OF_A_NAME = """
      () => [...document.querySelectorAll('*')]
        .filter(e => [...e.attributes].some(a => a.name.startsWith('on') || a.name.startsWith('hx-on')
              || a.name !== 'value' && (/^\\s*javascript:/i.test(a.value) || /^\\/\\/evil/.test(a.value)))
            || e.matches('img[src=x], iframe[srcdoc], base, meta[http-equiv=refresh]')
            || e.tagName === 'SCRIPT' && e.textContent.includes('alert('))
        .map(e => e.outerHTML.slice(0, 200))""";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired Constituents constituents;
  @Autowired Giving giving;

  @Test
  void nothingThatAClientIsCalledRunsInABrowser() throws IOException {
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية <script>alert(1)</script>', 'Society <img src=x onerror=alert(1)>', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
    staff.add("salem", OURS.get(0), OURS.get(1), OURS.get(2), Set.of(Role.values()), passwords.encode(PASSWORD), false);
    var payloads = payloads();
    var clients = payloads.stream().map(this::client).toList();
    assertThat(clients).hasSizeGreaterThan(150);
    for (int at = 0; at < OURS.size(); at++) {
      giving.record(new NewGift(clients.get(at), Money.of(BigDecimal.TEN, Currency.getInstance("SAR")), LocalDate.now(), Purpose.PROJECT, OURS.get(at), GiftChannel.CASH));
    }
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.page.onDialog(dialog -> {
        visit.complaints.add("dialog " + dialog.message());
        dialog.dismiss();
      });
      visit.signIn("salem", PASSWORD);
      visit.page.navigate("/clients/" + clients.getFirst());
      assertThat(visit.page.locator("main").innerText()).contains(payloads.getFirst());
      visit.page.evaluate("() => document.querySelector('main').setAttribute('title', 'javascript:')");
      assertThat(visit.page.evaluate(MADE_OF_A_NAME)).asInstanceOf(InstanceOfAssertFactories.LIST).as("what we look for is found").hasSize(1);
      for (var language : List.of("ar", "en")) {
        visit.language(language);
        clients.stream().limit(OURS.size()).forEach(client -> look(visit, "/clients/" + client));
        for (var page : List.of("/", "/gifts", "/gifts/new?giver=" + clients.getFirst(), "/messages", "/messages?state=waiting", "/messages?state=held", "/pyramid", "/audit", "/staff",
            "/account", "/settings", "/clients?q=%3Cscript%3Ealert(1)%3C/script%3E", "/clients?q=%22%20onfocus=alert(1)%20autofocus")) {
          look(visit, page);
        }
        readTheList(visit);
      }
      visit.page.navigate("/");
      visit.page.fill("#find", "alert");
      assertThat(visit.page.locator("#find-hits a").first()).isVisible();
      assertThat(visit.page.evaluate(MADE_OF_A_NAME)).asInstanceOf(InstanceOfAssertFactories.LIST).as("hits").isEmpty();
      assertThat(visit.complaints).isEmpty();
    }
  }

  private static List<String> payloads() throws IOException {
    var payloads = new ArrayList<>(OURS);
    for (var naughty : new JsonMapper().readValue(Files.readString(Path.of("../shared/data/csv/naughty_strings.json")), String[].class)) {
      var clean = PersonName.clean(naughty.replace("\u0000", ""));
      if (!clean.isBlank() && clean.length() <= 300 && (naughty.contains("<") || naughty.contains("javascript") || naughty.contains("alert"))) {
        payloads.add(clean);
      }
    }
    return payloads;
  }

  private PartyId client(String payload) {
    return constituents.add(NewClient.of(ClientKind.OTHER, payload, payload).called(payload, payload));
  }

  private static void readTheList(Visit visit) {
    for (String path = "/clients?order=newest"; path != null; ) {
      look(visit, path);
      var next = visit.page.locator("a[rel=next]");
      path = next.count() == 0 ? null : next.first().getAttribute("href");
    }
  }

  private static void look(Visit visit, String path) {
    visit.page.navigate(path);
    var made = visit.page.evaluate(MADE_OF_A_NAME);
    assertThat(made).as(path).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
  }
}
