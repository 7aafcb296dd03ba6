package org.silah.access;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;
import org.silah.web.Paging;
import org.silah.web.Problem;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;

/** What OpenAPI cannot see in the handlers: the key, the scopes of the table of routes, paging, idempotency, the ways of failing. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String KEY = "key";
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final int LONGEST_CURSOR = 1_000;

  @Bean
  ModelResolver recordModels() {
    return new RecordModels();
  }

  /** What answers a POST with an address of its own has made something. */
  @Bean
  OperationCustomizer createdByPosts() {
    return (operation, handler) -> {
      var answers = operation.getResponses();
      if (handler.hasMethodAnnotation(PostMapping.class) && handler.getMethod().getReturnType() == ResponseEntity.class && answers.containsKey("200")) {
        var made = answers.get("200").description(HttpStatus.CREATED.getReasonPhrase());
        made.addHeaderObject(HttpHeaders.LOCATION, new Header().schema(new StringSchema()));
        answers.remove("200");
        answers.addApiResponse("201", made);
      }
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer describeApi(Routes routes, Texts texts) {
    var words = texts.in(Language.EN);
    return api -> {
      frame(api, words);
      api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation, routes, words)));
      api.getComponents().getSchemas().remove("Paging");
      api.getPaths().values().forEach(item -> item.readOperations().forEach(operation -> closeRequest(operation, api)));
    };
  }

  /** A request has the fields that it is said to have and no others. */
  private static void closeRequest(Operation operation, OpenAPI api) {
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      operation.getRequestBody().getContent().values().forEach(body -> close(body.getSchema(), api));
    }
  }

  private static void close(@Nullable Schema<?> schema, OpenAPI api) {
    if (schema == null) {
      return;
    }
    if (schema.get$ref() != null) {
      var model = api.getComponents().getSchemas().get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
      if (model != null && model.getAdditionalProperties() == null) {
        model.setAdditionalProperties(false);
        model.getProperties().values().forEach(property -> close((Schema<?>) property, api));
      }
    }
    close(schema.getItems(), api);
    if (schema.getOneOf() != null) {
      schema.getOneOf().forEach(one -> close(one, api));
    }
  }

  private static void frame(OpenAPI api, Words words) {
    api.info(new Info().title("Silah").version("1").description(words.get("access.api.description")));
    api.servers(List.of(new Server().url("/")));
    api.security(List.of(new SecurityRequirement().addList(KEY)));
    var components = api.getComponents() == null ? new Components() : api.getComponents();
    components.addSecuritySchemes(KEY, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").description(words.get("access.api.key")));
    ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
    var schemas = new TreeMap<String, Schema>(components.getSchemas());
    api.components(components.schemas(schemas));
  }

  private static void describe(String path, HttpMethod method, Operation operation, Routes routes, Words words) {
    operation.operationId(name(path, method));
    operation.tags(List.of(path.split("/")[3]));
    var route = routes.find(method.name(), path);
    route.ifPresent(row -> operation.description(words.get("access.api.scope", String.join(", ", row.who()))));
    operation.parameters(parameters(operation, words));
    if (method == HttpMethod.POST) {
      operation.addParametersItem(new Parameter().in("header").name(IdempotentPosts.HEADER).description(words.get("access.api.idempotency"))
          .schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~]+$")));
    }
    failures(method).forEach((status, reason) -> operation.getResponses().addApiResponse(String.valueOf(status), failure(reason)));
  }

  /** {@code getGiftsById}: what a generated client calls it. */
  private static String name(String path, HttpMethod method) {
    var name = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
    for (var part : path.replaceFirst("^/api/v1/", "").split("[/.-]")) {
      var word = part.replaceAll("[{}]", "");
      name.append(part.startsWith("{") ? "By" : "").append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static List<Parameter> parameters(Operation operation, Words words) {
    var all = new ArrayList<Parameter>();
    for (var parameter : operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
      if (parameter.getSchema() != null && String.valueOf(parameter.getSchema().get$ref()).endsWith("/Paging")) {
        all.add(new Parameter().in("query").name("limit").description(words.get("access.api.limit"))
            .schema(new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Paging.MOST))._default(Paging.USUAL)));
        all.add(new Parameter().in("query").name("cursor").description(words.get("access.api.cursor")).schema(new StringSchema().maxLength(LONGEST_CURSOR)));
      } else {
        all.add(parameter);
      }
    }
    return all;
  }

  private static Map<Integer, HttpStatus> failures(HttpMethod method) {
    var failures = new TreeMap<Integer, HttpStatus>();
    var always = List.of(HttpStatus.BAD_REQUEST, HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.NOT_ACCEPTABLE, HttpStatus.UNPROCESSABLE_CONTENT,
        HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE);
    always.forEach(status -> failures.put(status.value(), status));
    failures.put(404, HttpStatus.NOT_FOUND);
    if (method != HttpMethod.GET) {
      List.of(HttpStatus.CONFLICT, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE).forEach(status -> failures.put(status.value(), status));
    }
    return failures;
  }

  private static ApiResponse failure(HttpStatus status) {
    var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse().description(status.getReasonPhrase()).content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(schema)));
  }
}
