package org.silah.platform;

import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts the application with settings that nothing else overrides. It is closed on the way out, before its database. */
record Spring(Class<?> application, Exit exit) {

  ConfigurableApplicationContext start(WebApplicationType type, Map<String, Object> settings) {
    return start(type, settings, _ -> {});
  }

  /** Nothing in it is run or made before it is asked for. */
  ConfigurableApplicationContext outline(Map<String, Object> settings) {
    return start(WebApplicationType.NONE, settings, Spring::withoutRunners);
  }

  private ConfigurableApplicationContext start(WebApplicationType type, Map<String, Object> settings, BeanFactoryPostProcessor last) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("silah", settings));
    return exit.closing(new SpringApplicationBuilder(application)
        .environment(environment)
        .web(type)
        .registerShutdownHook(false)
        .initializers(context -> context.addBeanFactoryPostProcessor(last))
        .run());
  }

  private static void withoutRunners(ConfigurableListableBeanFactory beans) {
    for (var name : beans.getBeanNamesForType(ApplicationRunner.class, true, false)) {
      ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
    }
  }
}
