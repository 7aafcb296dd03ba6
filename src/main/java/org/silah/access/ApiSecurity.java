package org.silah.access;

import java.util.List;
import org.silah.web.Problems;
import org.silah.web.UploadPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The API: each request shows its key, nothing is remembered between two, a browser's cookies count for nothing. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain apiChain(HttpSecurity http, Routes routes, ApiKeys keys, ApiRefusals refusals, KeptAnswers answers, Problems problems,
      PlatformTransactionManager transactions, List<UploadPlace> places) throws Exception {
    return http
        .securityMatcher("/api/**")
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().access(new RouteGuard(routes)))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(new BearerKeys(keys, refusals), AuthorizationFilter.class)
        .addFilterAfter(new IdempotentPosts(answers, problems, new TransactionTemplate(transactions), places), AuthorizationFilter.class)
        .build();
  }
}
