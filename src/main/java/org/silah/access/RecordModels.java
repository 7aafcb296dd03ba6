package org.silah.access;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.web.Problem;

/** Our records as OpenAPI sees them: fields in snake_case, each there unless it may be null. */
class RecordModels extends ModelResolver {

  private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES = new PropertyNamingStrategies.SnakeCaseStrategy();

  RecordModels() {
    super(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    openapi31(true);
  }

  @Override
  public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    var schema = super.resolve(type, context, next);
    record(type).ifPresent(record -> model(schema, context).ifPresent(model -> refine(model, record)));
    return schema;
  }

  private Optional<Class<?>> record(AnnotatedType type) {
    if (type.getType() == null) {
      return Optional.empty();
    }
    JavaType java = _mapper.constructType(type.getType());
    return Optional.<Class<?>>of(java.getRawClass()).filter(Class::isRecord);
  }

  private static Optional<Schema<?>> model(@Nullable Schema<?> schema, ModelConverterContext context) {
    if (schema == null || schema.get$ref() == null) {
      return Optional.ofNullable(schema);
    }
    var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
    return Optional.ofNullable(context.getDefinedModels().get(name));
  }

  private static void refine(Schema<?> model, Class<?> record) {
    if (model.getProperties() == null) {
      return;
    }
    for (var component : record.getRecordComponents()) {
      var name = NAMES.translate(component.getName());
      var property = model.getProperties().get(name);
      if (property == null) {
        continue;
      }
      if (mayBeNull(component)) {
        model.getProperties().put(name, orNull(property));
      } else if (!mayBeAbsent(record, component) && (model.getRequired() == null || !model.getRequired().contains(name))) {
        model.addRequiredItem(name);
      }
    }
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean mayBeAbsent(Class<?> record, RecordComponent component) {
    return record == Problem.class && component.getName().equals("errors");
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      return new Schema<>().oneOf(List.of(property, new Schema<>().types(Set.of("null"))));
    }
    var types = new LinkedHashSet<>(property.getTypes() == null ? Set.<String>of() : property.getTypes());
    if (!types.isEmpty()) {
      types.add("null");
      property.setTypes(types);
    }
    return property;
  }
}
