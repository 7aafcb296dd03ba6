package org.silah.platform;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
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

  /** What does not need the database gets ready while that is still coming. */
  ConfigurableApplicationContext start(WebApplicationType type, Map<String, Object> settings, ComingDatabase coming) {
    return run(type, settings, beans -> beans.addBeanPostProcessor(new Waiting(coming)));
  }

  ConfigurableApplicationContext start(WebApplicationType type, Map<String, Object> settings) {
    return run(type, settings, _ -> {});
  }

  /** Nothing in it is run or made before it is asked for. */
  ConfigurableApplicationContext outline(Map<String, Object> settings) {
    return run(WebApplicationType.NONE, settings, Spring::withoutRunners);
  }

  private record Waiting(ComingDatabase coming) implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
      if (bean instanceof DataSource) {
        coming.await();
      }
      return bean;
    }
  }

  private ConfigurableApplicationContext run(WebApplicationType type, Map<String, Object> settings, BeanFactoryPostProcessor last) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("silah", settings));
    try {
      return exit.closing(new SpringApplicationBuilder(application)
          .environment(environment)
          .web(type)
          .registerShutdownHook(false)
          .initializers(context -> context.addBeanFactoryPostProcessor(last))
          .run());
    } catch (BeansException failed) {
      throw CannotStart.behind(failed).map(RuntimeException.class::cast).orElse(failed);
    }
  }

  private static void withoutRunners(ConfigurableListableBeanFactory beans) {
    for (var name : beans.getBeanNamesForType(ApplicationRunner.class, true, false)) {
      ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
    }
  }
}
