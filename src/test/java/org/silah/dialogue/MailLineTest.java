package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against servers that answer as they are told to, one word of the caller's after the other. */
class MailLineTest {

  private static final String WITH_PIPELINING = "250-there\r\n250 PIPELINING";

  /** Something was said before the answer to what came before it. */
  private static final String EARLY = "early";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final MailLine line =
      new MailLine(new MailServer("127.0.0.1", server.getLocalPort(), MailServer.Security.NONE, null, null), "here.example");

  MailLineTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    line.close();
    server.close();
  }

  @Test
  void aServerThatAllowsItHearsSenderRecipientAndDataInOneBreath() throws Exception {
    answers(true, Map.of("EHLO", WITH_PIPELINING));
    assertThat(deliver("first@people.example")).isInstanceOf(Delivery.Accepted.class);
    assertThat(deliver("second@people.example")).isInstanceOf(Delivery.Accepted.class);
  }

  @Test
  void aServerThatDoesNotIsWaitedForAtEachStep() throws Exception {
    answers(false, Map.of("EHLO", "250 there"));
    assertThat(deliver("first@people.example")).isInstanceOf(Delivery.Accepted.class);
    assertThat(heard).containsSubsequence("MAIL", "RCPT", "DATA", ".").doesNotContain(EARLY);
  }

  @Test
  void aRefusedRecipientGetsNoTextAndTheConnectionServesTheNext() throws Exception {
    answers(false, Map.of("EHLO", WITH_PIPELINING, "RCPT TO:<nobody@people.example>", "550 5.1.1 nobody"));
    assertThat(deliver("nobody@people.example")).isInstanceOf(Delivery.AddressRefused.class);
    assertThat(deliver("somebody@people.example")).isInstanceOf(Delivery.Accepted.class);
    assertThat(heard).containsSubsequence("RCPT", "DATA", ".", "RSET", "MAIL", "RCPT", "DATA", "text", ".");
    assertThat(heard.subList(0, heard.indexOf("RSET"))).doesNotContain("text");
    assertThat(heard).containsOnlyOnce("EHLO");
  }

  @Test
  void aSenderPutOffIsPutOffAndTheConnectionServesTheNext() throws Exception {
    answers(false, Map.of("EHLO", WITH_PIPELINING, "MAIL", "451 4.3.0 later"));
    assertThat(deliver("first@people.example")).isInstanceOf(Delivery.Deferred.class);
    assertThat(deliver("second@people.example")).isInstanceOf(Delivery.Deferred.class);
    assertThat(heard).doesNotContain("text").containsOnlyOnce("EHLO");
  }

  @Test
  void aServerThatCannotVerifyARecipientButTakesTheMailIsGivenIt() throws Exception {
    answers(false, Map.of("EHLO", WITH_PIPELINING, "RCPT", "252 2.1.5 cannot verify"));
    assertThat(deliver("first@people.example")).isInstanceOf(Delivery.Accepted.class);
  }

  @Test
  void anAnswerThatIsNeitherYesNorNoEndsTheConnectionBeforeAnyText() throws Exception {
    answers(false, Map.of("EHLO", WITH_PIPELINING, "RCPT", "350 perhaps"));
    assertThat(deliver("perhaps@people.example")).isInstanceOf(Delivery.Broken.class);
    assertThat(heard).doesNotContain(".");
  }

  private Delivery deliver(String address) throws Exception {
    line.open();
    return line.deliver(new Mail(MessageId.next(), "office@here.example", address, "id@here.example", "subject", "text", "Subject: subject\r\n\r\ntext\r\n".getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @param together whether it says nothing to sender and recipient until it heard the wish to send data
   * @param answers to commands that begin so; otherwise it agrees
   */
  private void answers(boolean together, Map<String, String> answers) {
    Thread.ofVirtual().start(() -> {
      try (var caller = server.accept()) {
        talk(caller, together, answers);
      } catch (IOException hungUp) {
        heard.add("end");
      }
    });
  }

  private void talk(Socket caller, boolean together, Map<String, String> answers) throws IOException {
    var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
    var out = caller.getOutputStream();
    out.write("220 there\r\n".getBytes(StandardCharsets.UTF_8));
    var unsaid = new StringBuilder();
    boolean text = false;
    for (var said = in.readLine(); said != null; said = in.readLine()) {
      boolean dot = said.equals(".");
      if (text && !dot) {
        heard.add("text");
        continue;
      }
      heard.add(dot ? "." : said.substring(0, 4));
      text = said.equals("DATA");
      if (!answers.get("EHLO").contains("PIPELINING") && isFollowed(in)) {
        heard.add(EARLY);
      }
      unsaid.append(answer(said, answers)).append("\r\n");
      if (!together || !said.startsWith("MAIL") && !said.startsWith("RCPT")) {
        out.write(unsaid.toString().getBytes(StandardCharsets.UTF_8));
        unsaid.setLength(0);
      }
    }
  }

  /** Who waits for the answer says nothing more, however long it takes. */
  private static boolean isFollowed(BufferedReader in) throws IOException {
    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    return in.ready();
  }

  private static String answer(String command, Map<String, String> answers) {
    return answers.entrySet().stream().filter(entry -> command.startsWith(entry.getKey())).map(Map.Entry::getValue).findFirst()
        .orElse(command.equals("DATA") ? "354 go on" : "250 yes");
  }
}
