package org.silah.constituents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.silah.access.Sights;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the profile does for one client, for many. */
@Configuration(proxyBeanMethods = false)
class BatchDeeds {

  private static final int REASON = 500;

  private record Deed(String code, int order, Function<Page, List<BatchDeed.Box>> asks, Function<UnaryOperator<String>, Map<String, String>> reader,
      BiPredicate<PartyId, Map<String, String>> doer) implements BatchDeed {

    @Override
    public String label() {
      return "constituents.batch." + code;
    }

    @Override
    public List<Box> boxes(Page page) {
      return asks.apply(page);
    }

    @Override
    public Map<String, String> read(UnaryOperator<String> typed) {
      return reader.apply(typed);
    }

    @Override
    public boolean done(PartyId party, Map<String, String> settings) {
      return doer.test(party, settings);
    }
  }

  @Bean
  BatchDeed takeRole(RoleHistory roles, ClientRoles held, Recording recording) {
    return new Deed("role-take", 10, page -> List.of(role(page)),
        typed -> Map.of("role", role(typed).code()),
        (party, settings) -> {
          var role = ClientRole.of(settings.get("role"));
          if (held.present(party, role).isPresent()) {
            return false;
          }
          roles.begin(party, role, recording.today(), Edits.source("staff"));
          return true;
        });
  }

  @Bean
  BatchDeed endRole(RoleHistory roles, ClientRoles held, Recording recording) {
    return new Deed("role-end", 20, page -> List.of(role(page), reason()),
        typed -> Map.of("role", role(typed).code(), "reason", reason(typed)),
        (party, settings) -> {
          var role = ClientRole.of(settings.get("role"));
          if (held.present(party, role).isEmpty()) {
            return false;
          }
          roles.end(party, role, recording.today(), settings.get("reason"));
          return true;
        });
  }

  @Bean
  BatchDeed moveToBranch(Belongings belongings, Sights sights) {
    return new Deed("branch-move", 30, page -> List.of(branch(page, sights)),
        typed -> Map.of("branch", branch(typed, sights)),
        (party, settings) -> {
          var branch = UUID.fromString(settings.get("branch"));
          boolean there = belongings.of(party).home().id().equals(branch);
          belongings.move(party, branch);
          return !there;
        });
  }

  @Bean
  BatchDeed makeKnownToBranch(Belongings belongings, Sights sights) {
    return new Deed("branch-known", 40, page -> List.of(branch(page, sights), reason()),
        typed -> Map.of("branch", branch(typed, sights), "reason", reason(typed)),
        (party, settings) -> {
          var branch = UUID.fromString(settings.get("branch"));
          var belonging = belongings.of(party);
          if (belonging.all().stream().anyMatch(one -> one.id().equals(branch) && belonging.includes(one))) {
            return false;
          }
          belongings.makeKnown(party, branch, settings.get("reason"));
          return true;
        });
  }

  private static BatchDeed.Box role(Page page) {
    var options = new LinkedHashMap<String, String>();
    Arrays.stream(ClientRole.values()).forEach(role -> options.put(role.code(), page.t("constituents.role." + role.code())));
    return new BatchDeed.Box("role", "constituents.role", options);
  }

  private static ClientRole role(UnaryOperator<String> typed) {
    return Codes.of(ClientRole.values(), ClientRole::code, typed.apply("role"), "role");
  }

  private static BatchDeed.Box reason() {
    return new BatchDeed.Box("reason", "constituents.batch.reason", Map.of());
  }

  private static String reason(UnaryOperator<String> typed) {
    try {
      return Typed.text(typed.apply("reason"), REASON);
    } catch (Unreadable unreadable) {
      throw new Mistakes().add("reason", unreadable);
    }
  }

  private static BatchDeed.Box branch(Page page, Sights sights) {
    var options = new LinkedHashMap<String, String>();
    sights.taking().forEach(branch -> options.put(branch.id().toString(), branch.name(page.language())));
    return new BatchDeed.Box("branch", "constituents.branch", options);
  }

  private static String branch(UnaryOperator<String> typed, Sights sights) {
    return sights.taking().stream().map(branch -> branch.id().toString()).filter(id -> id.equals(typed.apply("branch"))).findFirst()
        .orElseThrow(() -> Mistakes.of("branch", "constituents.branch.unknown"));
  }
}
