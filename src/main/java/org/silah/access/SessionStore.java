package org.silah.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultDeserializer;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions are rows, so that any instance answers to them and none survives the person's standing: a session counts only
 * while its staff member is as they were when it began.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionStore {

  /** Nothing is kept for a session that ended while its last page was being made. */
  private static final String KEEP_ATTRIBUTE = """
      insert into access.spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
      select s.primary_id, fresh.name, fresh.bytes
      from (values (?, ?, ?::bytea)) fresh (session, name, bytes)
      join access.spring_session s on s.primary_id = fresh.session
      on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
      """;
  private static final String TABLE = "access.spring_session";
  /** However busy: after a week one signs in again. */
  private static final String IN_FORCE = """
      select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval, a.attribute_name, a.attribute_bytes
      from access.spring_session s
      left join access.spring_session_attributes a on a.session_primary_id = s.primary_id
      where s.session_id = ?
      and s.creation_time > (extract(epoch from now()) - 7 * 86400) * 1000
      and (s.principal_name is null or exists (
        select 1
        from access.staff m
        where m.id = split_part(s.principal_name, ':', 1)::uuid
        and m.epoch = split_part(s.principal_name, ':', 2)::int
        and m.disabled_at is null))
      """;

  @Bean
  JdbcIndexedSessionRepository jdbcSessions(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, @Value("${server.servlet.session.timeout:8h}") Duration idle) {
    var sessions = new JdbcIndexedSessionRepository(jdbc, alone(transactions));
    sessions.setTableName(TABLE);
    sessions.setGetSessionQuery(IN_FORCE);
    sessions.setCreateSessionAttributeQuery(KEEP_ATTRIBUTE);
    sessions.setDefaultMaxInactiveInterval(idle);
    sessions.setCleanupCron(Scheduled.CRON_DISABLED);
    sessions.setConversionService(conversions());
    return sessions;
  }

  @Bean
  @Primary
  QuietSessions quietSessions(JdbcIndexedSessionRepository sessions) {
    return new QuietSessions(sessions);
  }

  /** Around everything that a request does with sessions. */
  @Bean
  FilterRegistrationBean<Filter> forgetSavedSessions(QuietSessions sessions) {
    var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
      try {
        chain.doFilter(request, response);
      } finally {
        sessions.forget();
      }
    });
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return registration;
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  /** A session's few statements need no transaction of their own and have no part in the page's. */
  private static TransactionTemplate alone(PlatformTransactionManager transactions) {
    var none = new TransactionTemplate(transactions);
    none.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    return none;
  }

  private static GenericConversionService conversions() {
    var conversions = new GenericConversionService();
    conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversions.addConverter(byte[].class, Object.class, SessionStore::read);
    return conversions;
  }

  /** What an earlier version wrote and this one cannot read is as if it were not there: one signs in again. */
  private static @Nullable Object read(byte[] bytes) {
    try {
      return new DefaultDeserializer(SessionStore.class.getClassLoader()).deserialize(new ByteArrayInputStream(bytes));
    } catch (IOException unreadable) {
      LoggerFactory.getLogger(SessionStore.class).info("a session of an earlier version was dropped");
      return null;
    }
  }
}
