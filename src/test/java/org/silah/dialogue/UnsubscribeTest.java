package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.constituents.Channel;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registry;
import org.silah.constituents.Topic;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The link at the foot of a mail stops further ones, at one press and for nobody who only looks (RFC 8058). */
@CharityThatWrites
@Import(Registry.class)
class UnsubscribeTest {

  private static final Pattern LINK = Pattern.compile("<https://birr\\.example(/unsubscribe/[\\w-]+)>");

  private static final AtomicInteger NETWORKS = new AtomicInteger();

  @Autowired PostRoom post;
  @Autowired Dialogue dialogue;
  @Autowired Constituents constituents;
  @Autowired MockMvcTester web;
  @Autowired Registry registry;

  private PartyId noura;
  private Supplier<String> network;

  @BeforeEach
  void open() throws IOException {
    post.open();
    noura = post.anyone();
    var home = nextNetwork();
    network = () -> home;
  }

  @AfterEach
  void close() throws IOException {
    post.close();
  }

  @Test
  void oneClickInTheMailProgramStopsTheNextMailWithoutASignIn() throws Exception {
    var link = link();
    assertThat(oneClick(link)).hasStatusOk();
    assertThat(constituents.consent(noura, Channel.EMAIL, Topic.THANKS)).contains(false);

    var next = post.thank(noura);
    dialogue.deliverDue();
    assertThat(post.state(next)).extracting(PostRoom.State::state, PostRoom.State::reason).containsExactly("held", "refused");
    assertThat(post.received(noura)).hasSize(1);
  }

  @Test
  void howeverOftenTheLinkIsPressedTheAnswerStandsOnce() throws Exception {
    var link = link();
    for (int press = 0; press < 3; press++) {
      assertThat(oneClick(link)).hasStatusOk();
    }
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void aScannerThatOpensEveryLinkStopsNothing() throws Exception {
    var link = link();
    for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.GET}) {
      assertThat(web.method(method).uri(link).header("Purpose", "prefetch").exchange()).hasStatusOk();
    }
    assertThat(web.options().uri(link).exchange().getResponse().getStatus()).isLessThan(500);
    assertThat(answers()).isZero();
  }

  @Test
  void thePageAsksStopsAndTakesItBack() throws Exception {
    var link = link();
    assertThat(web.get().uri(link).exchange()).bodyText().contains("lang=\"ar\"", "<form", "method=\"post\"").doesNotContain(post.addressOf(noura), "نورة");
    assertThat(web.post().uri(link).param("choice", "all").exchange()).hasStatusOk();
    for (var topic : Topic.values()) {
      assertThat(constituents.consent(noura, Channel.EMAIL, topic)).as(topic.code()).contains(false);
    }
    assertThat(web.post().uri(link).param("choice", "undo").param("topics", "thanks").exchange()).hasStatusOk();
    var next = post.thank(noura);
    dialogue.deliverDue();
    assertThat(post.state(next).state()).isEqualTo("sent");
  }

  @Test
  void aForgedLinkLooksLikeAnyOtherAndDoesNothing() throws Exception {
    network = UnsubscribeTest::nextNetwork;
    var real = link();
    var token = Base64.getUrlDecoder().decode(real.substring(real.lastIndexOf('/') + 1));
    var genuine = page(real);
    for (int bit = 0; bit < token.length * 8; bit += 5) {
      var forged = token.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      var link = "/unsubscribe/" + Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
      assertThat(page(link)).isEqualTo(genuine);
      assertThat(oneClick(link)).hasStatusOk();
    }
    for (var link : new String[] {"/unsubscribe/x", "/unsubscribe/" + "A".repeat(4000), "/unsubscribe/%D8%B5", "/unsubscribe/..%00"}) {
      assertThat(oneClick(link).getResponse().getStatus()).as(link).isLessThan(500);
    }
    assertThat(answers()).isZero();
  }

  @Test
  void whoeverGuessesIsSlowedDownAndARealLinkStillWorks() throws Exception {
    var real = link();
    int answered = 0;
    while (oneClick("/unsubscribe/guess" + answered).getResponse().getStatus() != 429) {
      assertThat(++answered).isLessThan(1000);
    }
    assertThat(oneClick(real)).hasStatusOk();
  }

  @Test
  void whateverBodyAMailProgramSendsItMeansStop() throws Exception {
    var link = link();
    assertThat(web.post().uri(link).contentType(MediaType.MULTIPART_FORM_DATA).content("--broken").exchange()).hasStatusOk();
    assertThat(constituents.consent(noura, Channel.EMAIL, Topic.THANKS)).contains(false);
  }

  /** What is kept is the program's own line; who reads the profile reads a sentence. */
  @Test
  void theProfileSaysInTheReadersLanguageHowTheAnswerCame() throws Exception {
    var link = link();
    assertThat(oneClick(link)).hasStatusOk();
    assertThat(web.post().uri(link).with(this::fromElsewhere).param("choice", "undo").param("topics", "thanks").exchange()).hasStatusOk();
    assertThat(post.db.sql("select evidence from constituents.consent where party_id = ? order by at, id").param(noura.value()).query(String.class).list())
        .satisfiesExactly(stopped -> assertThat(stopped).startsWith("unsubscribe link of message "), undone -> assertThat(undone).startsWith("undo link of message "));
    var profile = Registry.text(registry.open("/clients/" + noura));
    assertThat(profile).contains("رابط إيقاف الرسائل في بريد أرسلناه، من الشبكة 10.", "تراجع عن الإيقاف من رابط البريد نفسه").doesNotContain("link of message");
    assertThat(profile).contains("متابعة المشاريع").doesNotContain("سير المشاريع");
  }

  /** As the header of a mail that reached her has it, with the header that allows one click. */
  private String link() throws Exception {
    post.thank(noura);
    dialogue.deliverDue();
    var mail = post.mail(noura);
    assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    var link = LINK.matcher(String.join("", mail.getHeader("List-Unsubscribe")));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private MvcTestResult oneClick(String link) {
    return web.post().with(this::fromElsewhere).uri(java.net.URI.create("http://localhost" + link)).header("Origin", "https://mail.example")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED).content("List-Unsubscribe=One-Click").exchange();
  }

  /** From a network of its own in each test that does not mean to be slowed down. */
  private MockHttpServletRequest fromElsewhere(MockHttpServletRequest request) {
    request.setRemoteAddr(network.get());
    return request;
  }

  /** What the page says, without what is new in each answer. */
  private String page(String link) throws Exception {
    var token = link.substring(link.lastIndexOf('/') + 1);
    return web.get().with(this::fromElsewhere).uri(link).header("Accept-Language", "ar").exchange().getResponse().getContentAsString()
        .replace(token, "…").replaceAll("nonce=\"[^\"]+\"", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private static String nextNetwork() {
    int n = NETWORKS.incrementAndGet();
    return "10." + n / 250 + "." + n % 250 + ".1";
  }

  private int answers() {
    return post.db.sql("select count(*) from constituents.consent where party_id = ?").param(noura.value()).query(Integer.class).single();
  }
}
