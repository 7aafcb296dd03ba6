package org.silah.constituents.fields;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the description of the API what values of custom fields look like. Which fields there are only a key is told: they may say much of a charity. */
@Configuration(proxyBeanMethods = false)
class CustomDescription {

  private static final List<String> SENT = List.of("ApiNewClient", "ApiChange");

  @Bean
  OpenApiCustomizer describeCustom() {
    return api -> {
      var schemas = api.getComponents().getSchemas();
      if (schemas.containsKey("ApiClient")) {
        schemas.get("ApiClient").addProperty("custom", custom("object"));
      }
      SENT.stream().filter(schemas::containsKey).forEach(name -> schemas.get(name).addProperty("custom", custom("object", "null")));
    };
  }

  private static Schema<?> custom(String... types) {
    var custom = typed(types);
    custom.setDescription("By the codes of GET /api/v1/fields. A text, long text, day, choice, document or client is a text (a code, a date, an id); "
        + "a number a number; an amount an object with amount and currency; several choices a list of codes; a yes or no true or false. Null empties a field.");
    custom.setAdditionalProperties(typed("string", "number", "boolean", "array", "object", "null"));
    return custom;
  }

  private static Schema<Object> typed(String... types) {
    var schema = new Schema<Object>();
    schema.setTypes(new LinkedHashSet<>(List.of(types)));
    return schema;
  }
}
