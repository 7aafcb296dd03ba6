package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silah.kernel.UnusableVariable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Whoever runs Silah may name the mail server in the environment. */
class MailSettingsTest {

  @Test
  void theHostAloneIsEnoughAndEmptyVariablesCountAsAbsent() {
    var usual = new MailServer("mail.example.org", 587, MailServer.Security.STARTTLS, null, null);
    assertThat(MailSettings.in(environment(Map.of("SILAH_SMTP_HOST", "mail.example.org")))).isEqualTo(usual);
    assertThat(MailSettings.in(environment(Map.of("SILAH_SMTP_HOST", "mail.example.org", "SILAH_SMTP_PORT", "", "SILAH_SMTP_SECURITY", "",
        "SILAH_SMTP_USERNAME", "", "SILAH_SMTP_PASSWORD", "")))).isEqualTo(usual);
    assertThat(MailSettings.in(environment(Map.of("SILAH_SMTP_HOST", "", "SILAH_SMTP_PORT", "25")))).isNull();
  }

  @Test
  void everythingAboutTheServerCanBeNamed() {
    assertThat(MailSettings.in(environment(Map.of("SILAH_SMTP_HOST", "mail.example.org", "SILAH_SMTP_PORT", "465", "SILAH_SMTP_SECURITY", "TLS",
        "SILAH_SMTP_USERNAME", "silah", "SILAH_SMTP_PASSWORD", " s@fe ${HOME} ${no} "))))
        .isEqualTo(new MailServer("mail.example.org", 465, MailServer.Security.TLS, "silah", " s@fe ${HOME} ${no} "));
  }

  @Test
  void whatCannotBeIsRefusedByTheNameOfItsVariable() {
    refused("SILAH_SMTP_PORT", "SILAH_SMTP_HOST", "mail.example.org", "SILAH_SMTP_PORT", "smtp");
    refused("SILAH_SMTP_PORT", "SILAH_SMTP_HOST", "mail.example.org", "SILAH_SMTP_PORT", "70000");
    refused("SILAH_SMTP_SECURITY", "SILAH_SMTP_HOST", "mail.example.org", "SILAH_SMTP_SECURITY", "ssl");
    for (var count : List.of("many", "0", "-1", "13", "4294967297")) {
      refused("SILAH_MAIL_CONNECTIONS", "SILAH_MAIL_CONNECTIONS", count);
    }
  }

  @Test
  void fewerConnectionsCanBeWishedAndTwelveAreUsual() {
    assertThat(MailSettings.connections(environment(Map.of()))).isEqualTo(12);
    assertThat(MailSettings.connections(environment(Map.of("SILAH_MAIL_CONNECTIONS", "")))).isEqualTo(12);
    assertThat(MailSettings.connections(environment(Map.of("SILAH_MAIL_CONNECTIONS", "3")))).isEqualTo(3);
  }

  private static void refused(String name, String... variables) {
    var environment = environment(IntStream.range(0, variables.length / 2).boxed().collect(Collectors.toMap(at -> variables[2 * at], at -> variables[2 * at + 1])));
    assertThatThrownBy(() -> {
      MailSettings.in(environment);
      MailSettings.connections(environment);
    }).isInstanceOf(UnusableVariable.class).hasMessage(name);
  }

  private static ConfigurableEnvironment environment(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("variables", variables));
    return environment;
  }
}
