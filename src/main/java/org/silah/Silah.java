package org.silah;

import java.time.Clock;
import org.silah.platform.Program;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The relationship system of a charitable institution. */
@SpringBootApplication
@Modulithic(systemName = "Silah", sharedModules = {"kernel", "web"})
public class Silah {

  public static void main(String[] args) {
    Program.run(Silah.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
