package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
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
    assertThat(MailSettings.in(environment(Map.of("SILAH_SMTP_HOST", "mail.example.org", "SILAH_SMTP_PORT", "465", "SILAH_SMTP_SECURITY", "tls",
        "SILAH_SMTP_USERNAME", "silah", "SILAH_SMTP_PASSWORD", "s@fe"))))
        .isEqualTo(new MailServer("mail.example.org", 465, MailServer.Security.TLS, "silah", "s@fe"));
  }

  private static Environment environment(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("variables", variables));
    return environment;
  }
}
