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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.web.Problem;
import org.silah.web.Told;

/** Our records as OpenAPI sees them: fields in snake_case, each there unless it may be null; an id is its UUID, what was told of a change its text. */
class RecordModels extends ModelResolver {

  private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES = new PropertyNamingStrategies.SnakeCaseStrategy();

  RecordModels() {
    super(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    openapi31(true);
  }

  @Override
  public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    var raw = type.getType() == null ? Object.class : _mapper.constructType(type.getType()).getRawClass();
    if (raw == Told.class) {
      type.type(String.class);
    } else if (isId(raw)) {
      type.type(UUID.class);
    }
    var schema = super.resolve(type, context, next);
    record(type).ifPresent(record -> model(schema, context).ifPresent(model -> refine(model, record)));
    return schema;
  }

  private static boolean isId(Class<?> type) {
    return type.isRecord() && type.getRecordComponents().length == 1 && type.getRecordComponents()[0].getType() == UUID.class;
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
      if (isRequired(model, name)) {
        continue;
      }
      if (mayBeNull(component)) {
        model.getProperties().put(name, orNull(property));
      } else if (!mayBeAbsent(record, component)) {
        model.addRequiredItem(name);
      }
    }
  }

  /** Also what a request must say although our record can do without, so that all that is missing is told at once. */
  private static boolean isRequired(Schema<?> model, String name) {
    return model.getRequired() != null && model.getRequired().contains(name);
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean mayBeAbsent(Class<?> record, RecordComponent component) {
    return record == Problem.class && component.getName().equals("errors");
  }

  private static <T> Schema<?> orNull(Schema<T> property) {
    if (property.get$ref() != null) {
      return new Schema<>().oneOf(List.of(property, new Schema<>().types(Set.of("null"))));
    }
    var types = new LinkedHashSet<>(property.getTypes() == null ? Set.<String>of() : property.getTypes());
    if (!types.isEmpty()) {
      types.add("null");
      property.setTypes(types);
      if (property.getEnum() != null && !property.getEnum().contains(null)) {
        var choices = new ArrayList<@Nullable T>(property.getEnum());
        choices.add(null);
        property.setEnum(choices);
      }
    }
    return property;
  }
}
