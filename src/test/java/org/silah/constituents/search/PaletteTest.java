package org.silah.constituents.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.TwoBranches;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The palette offers to each only whom they see and what they may do. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(TwoBranches.class)
class PaletteTest {

  @Autowired TwoBranches charity;

  @Test
  void eachIsOfferedWhatTheirRoleMayDo() {
    var client = charity.client(charity.jeddah(), "زمردة العقيلي");
    assertThat(offered(charity.whole(Role.REGISTRAR), "زمردة")).contains("/clients/" + client, "/gifts/new?giver=" + client, "/clients/" + client + "/documents/new");
    assertThat(offered(charity.whole(Role.CASE_WORKER), "زمردة")).contains("/clients/" + client).doesNotContain("/gifts/new");
    assertThat(offered(charity.whole(Role.DIRECTOR), "")).contains("/pyramid").doesNotContain("/clients/new", "/gifts/new", "/imports", "href=\"/staff\"");
    assertThat(offered(charity.whole(Role.REGISTRAR), "record gift")).contains("href=\"/gifts/new\"");
    assertThat(offered(charity.whole(Role.REGISTRAR), "تبرعات")).contains("href=\"/gifts\"").doesNotContain("href=\"/clients\"");
  }

  @Test
  void whoeverIsOutOfSightIsNotOfferedEvenIfOpenedLately() {
    var near = charity.client(charity.jeddah(), "فيروزة القرشي");
    var browser = charity.inJeddah(Role.REGISTRAR);
    browser.get("/clients/" + near);
    assertThat(offered(browser, "")).contains("/clients/" + near);
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/" + near);
    maha.post("/clients/" + near + "/branch", "branch", charity.riyadh().id().toString());
    assertThat(offered(browser, "")).doesNotContain(near.toString());
    assertThat(offered(browser, "فيروزة")).doesNotContain(near.toString());
    assertThat(offered(maha, "")).contains(near.toString());
  }

  private static String offered(Browser browser, String typed) {
    return Browser.body(browser.get("/palette?q=" + Registry.encoded(typed)));
  }
}
