package org.silah.platform;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts the application with settings that nothing else overrides. It is closed on the way out, before its database. */
record Spring(Class<?> application, Exit exit) {

  ConfigurableApplicationContext start(WebApplicationType type, Map<String, Object> settings) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("silah", settings));
    return exit.closing(new SpringApplicationBuilder(application).environment(environment).web(type).registerShutdownHook(false).run());
  }
}
