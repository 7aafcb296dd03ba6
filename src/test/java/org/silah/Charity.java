package org.silah;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.platform.Database;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * The test runs in a charity: on a real PostgreSQL with all migrations applied, as the program's own user.
 * Classes share one charity, and with it one application context, unless they ask for a {@link #fresh} one.
 *
 * <p>Use it beside {@code @SpringBootTest} or {@code @ApplicationModuleTest}. Background workers are off; a test of theirs says
 * {@code properties = "silah.workers=true"}. A test that needs no application asks {@link Charities} for a database.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextCustomizerFactories(Charity.Premises.class)
public @interface Charity {

  /** Whether the class gets an empty charity of its own. */
  boolean fresh() default false;

  /** Leads the application to the charity's database. Two classes on the same database have the same context. */
  final class Premises implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> ignored) {
      var charity = AnnotatedElementUtils.findMergedAnnotation(test, Charity.class);
      return charity == null ? null : new Address(charity.fresh() ? test.getName() : "shared");
    }
  }

  /** @param name of the charity: contexts are told apart by it */
  record Address(String name) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration ignored) {
      var sources = context.getEnvironment().getPropertySources();
      var ours = new MapPropertySource("charity", properties(Charities.named(name)));
      if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
        sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, ours);
      } else {
        sources.addFirst(ours);
      }
    }

    private static Map<String, Object> properties(Database database) {
      var properties = new HashMap<>(database.springProperties());
      properties.put("spring.flyway.enabled", false);
      properties.put("spring.datasource.hikari.maximum-pool-size", 8);
      properties.put("spring.datasource.hikari.minimum-idle", 1);
      properties.put("silah.workers", false);
      properties.put("silah.documents.folder", Charities.folder().toString());
      return properties;
    }
  }
}
