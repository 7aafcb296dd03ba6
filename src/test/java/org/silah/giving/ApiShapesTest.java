package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.ApiKeys;
import org.silah.access.Scope;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a program builds from the description of the API, the API understands; it may refuse it, but never for its shape. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Scene.class)
class ApiShapesTest {

  /** One of these fits every pattern of the document. */
  private static final List<String> FITTING = List.of("1", "ar", "SA", "SAR", "granted");
  private static final List<String> OF_SHAPE = List.of("web.invalid.value", "web.invalid.unknown-field", "web.invalid.required", "web.invalid.cursor");

  @Autowired MockMvcTester web;
  @Autowired JsonMapper json;
  @Autowired ApiKeys keys;
  @Autowired Scene scene;
  @Autowired Texts texts;

  private JsonNode api;
  private String key;
  private String client;
  private Set<String> sentences;

  @BeforeEach
  void aProgramReadsTheDescription() {
    api = json.readTree(web.get().uri("/api/v1/openapi.json").exchange().getResponse().getContentAsByteArray());
    key = keys.issue("مولَّد", Scope.all());
    client = scene.client("عميل الأشكال").toString();
    var words = texts.in(Language.EN);
    sentences = Set.copyOf(OF_SHAPE.stream().map(words::get).toList());
  }

  @Test
  void everyAddressTakesWhatTheDocumentSaysThatItTakes() {
    operations((method, path) -> {
      for (var parameter : api.at("/paths").get(path).get(method).path("parameters")) {
        var schema = resolved(parameter.get("schema"));
        assertThat(schema.path("type").asString()).as(path + " " + parameter.get("name")).isIn("string", "integer", "array");
        if (method.equals("get") && parameter.get("in").asString().equals("query") && !parameter.get("name").asString().equals("cursor")) {
          var asked = address(path, method) + (address(path, method).contains("?") ? "&" : "?") + parameter.get("name").asString() + "=" + encoded(value(schema).asString());
          understood(send(method, asked, null), asked);
        }
      }
      if (method.equals("get")) {
        understood(send(method, address(path, method), null), path);
      }
    });
  }

  @Test
  void everyBodyIsUnderstoodWithAllItsFieldsAndWithTheNeededOnesOnly() {
    operations((method, path) -> {
      var schema = body(path, method);
      if (schema != null) {
        understood(send(method, address(path, method), object(schema, false)), method + " " + path + " " + object(schema, false));
        schema.path("properties").propertyNames().forEach(field -> {
          var one = object(schema, false).set(field, value(schema.get("properties").get(field)));
          understood(send(method, address(path, method), one), method + " " + path + " " + one);
        });
      }
    });
  }

  @Test
  void whatTheDocumentCallsTextIsNeverANumberNorTheOtherWayRound() {
    operations((method, path) -> {
      var schema = body(path, method);
      if (schema != null) {
        assertThat(schema.get("additionalProperties").asBoolean(true)).as(path).isFalse();
        schema.path("properties").properties().forEach(property -> {
          for (var wrong : wrong(resolved(property.getValue()))) {
            var one = object(schema, false).set(property.getKey(), wrong);
            assertThat(send(method, address(path, method), one)).as(method + " " + path + " " + one).hasStatus(422);
          }
        });
      }
    });
  }

  @Test
  void whatIsChangedOfAClientIsTextOrNull() {
    var change = body("/api/v1/clients/{id}", "patch");
    assertThat(change.at("/properties/birth_on/format").asString()).isEqualTo("date");
    assertThat(types(change.at("/properties/title"))).containsExactlyInAnyOrder("string", "null");
    for (var sent : List.of("{\"title\":\"الدكتور\"}", "{\"title\":null}", "{\"birth_on\":\"1400-05-05\"}", "{\"gender\":\"male\"}", "{\"facts\":{\"occupation\":\"طبيب\"}}",
        "{\"facts\":{\"occupation\":null}}", "{}")) {
      assertThat(send("patch", "/api/v1/clients/" + client, json.readTree(sent))).as(sent).hasStatus(200);
    }
    for (var sent : List.of("{\"title\":7}", "{\"title\":true}", "{\"title\":[]}", "{\"title\":{}}", "{\"facts\":{\"occupation\":1}}", "{\"facts\":[]}", "{\"facts\":\"x\"}")) {
      assertThat(send("patch", "/api/v1/clients/" + client, json.readTree(sent))).as(sent).hasStatus(422);
    }
  }

  @Test
  void aGeneratedProgramKnowsTheChoicesWhatIsNeededAndHowThingsFail() {
    assertThat(api.at("/components/schemas").has("PartyId")).isFalse();
    assertThat(api.at("/components/schemas").has("JsonNode")).isFalse();
    assertThat(texts(api.at("/components/schemas/ReceivedGift/required"))).contains("amount", "currency", "given_on", "purpose", "channel");
    assertThat(texts(api.at("/components/schemas/Reversal/required"))).containsExactly("reason");
    assertThat(texts(api.at("/components/schemas/ReceivedGift/properties/purpose/enum"))).contains("zakat", "waqf");
    assertThat(texts(api.at("/components/schemas/ShownGift/properties/channel/enum"))).contains("cash", "standing_order");
    assertThat(texts(api.at("/components/schemas/ShownGift/properties/status/enum"))).containsExactly("received", "reversed");
    assertThat(texts(parameter("/api/v1/pyramid/{class}", "class").at("/schema/enum"))).containsExactly("top", "major", "middle", "small", "least");
    assertThat(texts(parameter("/api/v1/gifts", "purpose").at("/schema/enum"))).contains("zakat");
    var limit = parameter("/api/v1/search", "limit").get("schema");
    assertThat(limit.get("type").asString()).isEqualTo("integer");
    assertThat(limit.get("maximum").asInt()).isEqualTo(50);
    for (var field : List.of("agency_bearing", "gender")) {
      var choice = api.at("/components/schemas/ApiNewClient/properties/" + field);
      assertThat(types(choice)).contains("null");
      assertThat(choice.get("enum").valueStream().anyMatch(JsonNode::isNull)).as(field).isTrue();
    }
    operations((method, path) -> {
      var answers = api.at("/paths").get(path).get(method).get("responses");
      assertThat(List.copyOf(answers.propertyNames())).as(path).contains("500", "503");
      assertThat(answers.has("413")).as(path).isEqualTo(!method.equals("get"));
    });
  }

  private void operations(BiConsumer<String, String> each) {
    api.get("paths").properties().stream()
        .filter(path -> !path.getKey().contains("letters"))
        .forEach(path -> path.getValue().propertyNames().forEach(method -> each.accept(method, path.getKey())));
  }

  private JsonNode parameter(String path, String name) {
    return api.at("/paths").get(path).at("/get/parameters").valueStream().filter(one -> one.get("name").asString().equals(name)).findFirst().orElseThrow();
  }

  /** With what the document says may stand in it; the client is one that there is. */
  private String address(String path, String method) {
    var address = path;
    var asked = new ArrayList<String>();
    for (var parameter : api.at("/paths").get(path).get(method).path("parameters")) {
      var name = parameter.get("name").asString();
      var schema = resolved(parameter.get("schema"));
      if (parameter.get("in").asString().equals("path")) {
        var known = path.startsWith("/api/v1/clients/") && name.equals("id");
        address = address.replace("{" + name + "}", encoded(known ? client : value(schema).asString()));
        assertThat(known ? schema.path("format").asString() : "uuid").as(path).isEqualTo("uuid");
      } else if (parameter.path("required").asBoolean(false)) {
        asked.add(name + "=" + encoded(value(schema).asString()));
      }
    }
    return address + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
  }

  private JsonNode body(String path, String method) {
    var schema = api.at("/paths").get(path).get(method).at("/requestBody/content/application~1json/schema");
    return schema.isMissingNode() ? null : resolved(schema);
  }

  private ObjectNode object(JsonNode schema, boolean whole) {
    var object = JsonNodeFactory.instance.objectNode();
    var needed = texts(schema.path("required"));
    schema.path("properties").properties().stream()
        .filter(property -> whole || needed.contains(property.getKey()))
        .forEach(property -> object.set(property.getKey(), value(property.getValue())));
    return object;
  }

  private JsonNode value(JsonNode unresolved) {
    var schema = resolved(unresolved);
    var nodes = JsonNodeFactory.instance;
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    return switch (types(schema).stream().filter(type -> !type.equals("null")).findFirst().orElse("object")) {
      case "string" -> nodes.stringNode(text(schema));
      case "integer" -> nodes.numberNode(schema.path("minimum").asLong(1));
      case "boolean" -> nodes.booleanNode(true);
      case "array" -> nodes.arrayNode().add(value(schema.get("items")));
      default -> object(schema, true);
    };
  }

  private static String text(JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date" -> "2020-02-29";
      case "date-time" -> "2020-02-29T10:00:00Z";
      default -> schema.has("pattern") ? FITTING.stream().filter(one -> one.matches(schema.get("pattern").asString())).findFirst().orElseThrow() : "نص";
    };
  }

  private List<JsonNode> wrong(JsonNode schema) {
    var nodes = JsonNodeFactory.instance;
    var types = types(schema);
    var all = new ArrayList<JsonNode>(List.of(nodes.booleanNode(true), nodes.numberNode(1.5)));
    all.add(types.contains("integer") ? nodes.stringNode("1") : nodes.numberNode(1));
    all.add(types.contains("array") ? nodes.objectNode() : nodes.arrayNode());
    if (schema.has("enum") || schema.path("format").asString("").matches("uuid|date")) {
      all.addAll(List.of(nodes.stringNode("1"), nodes.numberNode(0), nodes.stringNode("null")));
    }
    return all;
  }

  private JsonNode resolved(JsonNode schema) {
    if (schema.has("$ref")) {
      return api.at(schema.get("$ref").asString().substring(1));
    }
    return schema.has("oneOf") ? resolved(schema.get("oneOf").get(0)) : schema;
  }

  private static List<String> types(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? texts(type) : type.isMissingNode() ? List.of() : List.of(type.asString());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private MvcTestResult send(String method, String path, JsonNode body) {
    var request = web.method(HttpMethod.valueOf(method.toUpperCase())).uri(URI.create(path)).header("Authorization", "Bearer " + key).header("Accept-Language", "en");
    return (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).content(body.toString())).exchange();
  }

  private void understood(MvcTestResult answer, String what) {
    assertThat(answer.getResponse().getStatus()).as(what).isIn(200, 201, 404, 422);
    var told = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(sentences).as(what + " " + told).noneMatch(told::contains);
  }
}
