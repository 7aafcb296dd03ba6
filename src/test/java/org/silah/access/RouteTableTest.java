package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The table of routes and what Spring answers to are one and the same. */
@Charity
@SpringBootTest
class RouteTableTest {

  private static final Set<String> WORDS = Stream.concat(
      Stream.of(Routes.PUBLIC, Routes.OUTSIDE, Routes.SIGNED_IN, Routes.NEW_PASSWORD),
      Stream.concat(Stream.of(Role.values()).flatMap(role -> Stream.of(role.code(), role.code() + Routes.OF_ALL)), Stream.of(Scope.values()).map(Scope::code))).collect(Collectors.toSet());

  @Autowired List<RequestMappingInfoHandlerMapping> handlers;
  @Autowired List<SimpleUrlHandlerMapping> files;
  @Autowired Routes routes;

  @Test
  void everyRouteHasARow() {
    var rows = rows();
    assertThat(mapped()).isNotEmpty().allSatisfy(route -> assertThat(rows).contains(route));
  }

  @Test
  void everyRowHasARoute() {
    assertThat(rows()).isSubsetOf(mapped());
  }

  @Test
  void noRowStandsTwice() {
    assertThat(routes.all().stream().map(RouteTableTest::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyRowNamesRolesAndScopesThatExist() {
    assertThat(routes.all()).allSatisfy(route -> assertThat(WORDS).containsAll(route.who()));
  }

  /** A key opens nothing but the API, and a person nothing of the API: the two are never asked for in one row. */
  @Test
  void theApiAsksForKeysAndThePagesForPeople() {
    assertThat(routes.all()).allSatisfy(route -> {
      var api = route.path().getPatternString().startsWith("/api/");
      assertThat(route.who()).allSatisfy(who -> assertThat(who.equals(Routes.PUBLIC) || who.contains(":") == api).as(name(route) + " " + who).isTrue());
    });
  }

  /** It holds the same letters, names, amounts, addresses, and cannot tell whose branch a letter went to. */
  @Test
  void theMailboxOfTheDemonstrationIsOpenToWhoeverMayReadTheMessagesOfTheWholeCharity() {
    var readers = who("GET /messages").stream().map(role -> role.equals("administrator") ? role : role + Routes.OF_ALL).collect(Collectors.toSet());
    for (var beyond : List.of("", "/{number}", "/{number}/letter")) {
      assertThat(who("GET /demo/mailbox" + beyond)).isEqualTo(readers);
    }
  }

  private Set<String> who(String route) {
    return routes.all().stream().filter(one -> name(one).equals(route)).findFirst().orElseThrow().who();
  }

  private Set<String> rows() {
    return routes.all().stream().map(RouteTableTest::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Routes.Route route) {
    return route.method() + " " + route.path().getPatternString();
  }

  private Set<String> mapped() {
    var all = new TreeSet<String>();
    handlers.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> all.addAll(names(info))));
    files.stream().map(SimpleUrlHandlerMapping::getHandlerMap).map(Map::keySet).forEach(paths -> paths.forEach(path -> all.add("GET " + path)));
    return all;
  }

  private static Set<String> names(RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).collect(Collectors.toCollection(TreeSet::new));
    if (methods.isEmpty()) {
      methods.add("ANY");
    }
    return info.getPatternValues().stream().flatMap(path -> methods.stream().map(method -> method + " " + path)).collect(Collectors.toSet());
  }
}
