package org.silah.constituents;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the description of the API which facts there are, from the catalogue that they are read by. */
@Configuration(proxyBeanMethods = false)
class FactsDescription {

  @Bean
  OpenApiCustomizer describeFacts() {
    return api -> {
      var change = api.getComponents().getSchemas().get("ApiChange");
      if (change != null) {
        change.addProperty("facts", facts());
      }
    };
  }

  private static Schema<?> facts() {
    var facts = typed("object");
    Arrays.stream(Field.values()).filter(field -> field.column() == null).forEach(field -> facts.addProperty(field.code(), fact(field)));
    facts.setAdditionalProperties(false);
    return facts;
  }

  private static Schema<Object> fact(Field field) {
    var fact = typed("string");
    switch (field.input()) {
      case CHOICE -> {
        var choices = new ArrayList<@Nullable Object>(field.choices());
        choices.add(null);
        fact.setEnum(choices);
      }
      case DAY -> fact.format("date");
      case NUMBER -> fact.pattern("^[0-9]{1,3}$");
      case NAME, TEXT, COUNTRY, STAFF -> fact.maxLength(FieldValues.SHORT);
      case LONG -> fact.maxLength(FieldValues.LONG);
    }
    return fact;
  }

  private static Schema<Object> typed(String type) {
    var schema = new Schema<Object>();
    schema.setTypes(new LinkedHashSet<>(List.of(type, "null")));
    return schema;
  }
}
