package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the API does. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Letters.class)
class OpenApiTest {

  @Autowired MockMvcTester web;
  @Autowired JsonMapper json;
  @Autowired Routes routes;

  private JsonNode api;

  @BeforeEach
  void anyoneMayReadIt() {
    var answer = web.get().uri("/api/v1/openapi.json").exchange();
    assertThat(answer).hasStatusOk().hasContentType("application/json");
    api = json.readTree(answer.getResponse().getContentAsByteArray());
  }

  @Test
  void itIsOpenApi31AndAsksForAKey() {
    assertThat(api.at("/openapi").asString()).startsWith("3.1");
    assertThat(api.at("/components/securitySchemes/key/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/security/0").has("key")).isTrue();
  }

  @Test
  void itDescribesEveryRouteOfTheApiAndNothingElse() {
    var described = new ArrayList<String>();
    api.get("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method -> described.add(method.toUpperCase() + " " + path.getKey())));
    var rows = routes.all().stream()
        .filter(route -> route.who().stream().anyMatch(who -> who.contains(":")))
        .map(route -> route.method() + " " + route.path().getPatternString())
        .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void everyOperationTellsItsScopeItsWaysOfFailingAndHasANameOfItsOwn() {
    var names = new ArrayList<String>();
    operations().forEach((name, operation) -> {
      names.add(operation.get("operationId").asString());
      assertThat(operation.get("description").asString()).as(name).contains(":");
      for (var status : List.of("400", "401", "403", "404", "422")) {
        assertThat(operation.at("/responses/" + status + "/content/application~1problem+json/schema/$ref").asString()).as(name).isEqualTo("#/components/schemas/Problem");
      }
    });
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void listsAndPostsTellTheirCommonParameters() {
    var list = operations().get("get /api/v1/letters");
    assertThat(list.at("/parameters/0/name").asString()).isEqualTo("limit");
    assertThat(list.at("/parameters/0/schema/maximum").asInt()).isEqualTo(200);
    assertThat(list.at("/parameters/1/name").asString()).isEqualTo("cursor");
    var post = operations().get("post /api/v1/letters");
    assertThat(post.at("/parameters/0/name").asString()).isEqualTo("Idempotency-Key");
    assertThat(post.at("/responses/201/headers").has("Location")).isTrue();
  }

  @Test
  void fieldsAreNamedAsTheyAreSentAndMarkedWhereTheyMayBeNull() {
    var schemas = api.at("/components/schemas");
    schemas.properties().forEach(schema -> schema.getValue().path("properties").propertyNames()
        .forEach(field -> assertThat(field).as(schema.getKey()).matches("[a-z][a-z0-9_]*")));
    assertThat(schemas.has("Paging")).isFalse();
    assertThat(schemas.at("/ListingInteger/properties/next/type").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("string", "null");
    assertThat(schemas.at("/NewLetter/additionalProperties").asBoolean(true)).isFalse();
    assertThat(schemas.at("/NewLetter/required").valueStream().map(JsonNode::asString)).contains("subject_line");
  }

  private Map<String, JsonNode> operations() {
    var all = new java.util.TreeMap<String, JsonNode>();
    api.get("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> all.put(method.getKey() + " " + path.getKey(), method.getValue())));
    return all;
  }
}
