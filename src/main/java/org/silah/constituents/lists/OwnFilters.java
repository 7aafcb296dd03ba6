package org.silah.constituents.lists;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.silah.constituents.Channel;
import org.silah.constituents.ListFilter;
import org.silah.kernel.Sql;
import org.silah.kernel.Unreadable;
import org.silah.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters that need nothing but the clients' own tables. */
@Configuration(proxyBeanMethods = false)
class OwnFilters {

  private static final Set<Channel> ASKED = Set.of(Channel.EMAIL, Channel.SMS, Channel.WHATSAPP, Channel.CALL);

  private record Filter(String parameter, String label, int order, Function<Page, Map<String, String>> choices, Function<String, Sql> condition)
      implements ListFilter {

    @Override
    public Map<String, String> options(Page page) {
      return choices.apply(page);
    }

    @Override
    public Sql admits(String value) {
      return condition.apply(value);
    }
  }

  @Bean
  ListFilter cityFilter() {
    return new Filter("city", "constituents.list.city", 10, _ -> Map.of(), OwnFilters::city);
  }

  @Bean
  ListFilter phoneFilter() {
    return new Filter("phone", "constituents.list.phone", 20, OwnFilters::whether, OwnFilters::phone);
  }

  @Bean
  ListFilter emailFilter() {
    return new Filter("email", "constituents.list.email", 21, OwnFilters::whether, OwnFilters::email);
  }

  @Bean
  ListFilter consentFilter() {
    return new Filter("consent", "constituents.list.consent", 30, OwnFilters::answers, OwnFilters::consent);
  }

  /** A protected address would tell by being found. */
  private static Sql city(String typed) {
    return Sql.of("""
        exists (
          select 1
          from constituents.address a
          where a.party_id = p.id and a.city_place = constituents.place(?) and not a.protected and a.city_place is not null)""", typed);
  }

  private static Sql phone(String typed) {
    return yes(typed)
        ? Sql.of("exists (select 1 from constituents.phone f where f.party_id = p.id)")
        : Sql.of("not exists (select 1 from constituents.phone f where f.party_id = p.id)");
  }

  private static Sql email(String typed) {
    return yes(typed)
        ? Sql.of("exists (select 1 from constituents.email e where e.party_id = p.id)")
        : Sql.of("not exists (select 1 from constituents.email e where e.party_id = p.id)");
  }

  /** The newest answer on any topic of the channel. */
  private static Sql consent(String typed) {
    var parts = typed.split("-", 2);
    var channel = ASKED.stream().filter(one -> one.code().equals(parts[0])).findFirst().orElseThrow(OwnFilters::unknown);
    if (parts.length < 2 || !Set.of("granted", "refused").contains(parts[1])) {
      throw unknown();
    }
    return Sql.of("""
        exists (
          select 1
          from constituents.consent c
          where c.party_id = p.id and c.channel = ? and c.state = ?
            and not exists (
              select 1
              from constituents.consent n
              where n.party_id = c.party_id and n.channel = c.channel and n.topic = c.topic and (n.at, n.id) > (c.at, c.id)))""", channel.code(), parts[1]);
  }

  private static boolean yes(String typed) {
    if (!Set.of("yes", "no").contains(typed)) {
      throw unknown();
    }
    return typed.equals("yes");
  }

  private static Unreadable unknown() {
    return new Unreadable("constituents.choice.unknown");
  }

  private static Map<String, String> whether(Page page) {
    var options = new LinkedHashMap<String, String>();
    options.put("yes", page.t("constituents.list.has"));
    options.put("no", page.t("constituents.list.has-not"));
    return options;
  }

  private static Map<String, String> answers(Page page) {
    var options = new LinkedHashMap<String, String>();
    for (var state : new String[] {"granted", "refused"}) {
      ASKED.stream().sorted().forEach(channel ->
          options.put(channel.code() + "-" + state, page.t("constituents.list.consent." + state, page.t("constituents.channel." + channel.code()))));
    }
    return options;
  }
}
