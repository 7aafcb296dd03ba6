package org.silah.access;

import java.util.Map;
import java.util.function.Supplier;
import org.silah.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** The pages: sessions, forgery protection, and the table of routes as the only word on who may do what. */
@Configuration(proxyBeanMethods = false)
class Security {

  private static final int BCRYPT_COST = 12;

  @Bean
  Routes routes() {
    return Routes.read();
  }

  /** Each hash says how it was made, so that a better way can take over as people sign in. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_COST)));
  }

  @Bean
  Supplier<Page.Brand> brand(Institutions institutions, @Value("${silah.demo:false}") boolean demonstration) {
    return () -> {
      var charity = institutions.charity();
      return new Page.Brand(charity.nameAr(), charity.nameEn(), charity.currency(), charity.timeZone(), demonstration);
    };
  }

  /** Nobody signs in but through {@link SignIn}; without this bean Spring Boot would invent a user. */
  @Bean
  AuthenticationManager noOtherWayIn() {
    return tried -> {
      throw new ProviderNotFoundException("people sign in on the page, programs show a key");
    };
  }

  /** Each of the twenty filters would be watched on each request, and nobody looks at it; requests as a whole are counted still. */
  @Bean
  SecurityObservationSettings filtersUnobserved() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain pageChain(
      HttpSecurity http, Routes routes, Https https, Institutions institutions, FormTokens tokens, SecurityContextRepository contexts,
      PageRefusals refusals) throws Exception {
    return http
        .securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(forms -> forms.csrfTokenRepository(tokens).ignoringRequestMatchers(request -> ForeignForms.invited(routes, request)))
        .authorizeHttpRequests(requests -> requests.anyRequest().access(new RouteGuard(routes)))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(headers -> headers
            .httpStrictTransportSecurity(strict -> strict.requestMatcher(https::of).includeSubDomains(false).maxAgeInSeconds(31_536_000)))
        .addFilterBefore(new ForeignForms(routes, institutions, refusals), CsrfFilter.class)
        .addFilterBefore(new UninvitedFiles(routes, refusals), CsrfFilter.class)
        .addFilterBefore(new PutVisitor(routes), AuthorizationFilter.class)
        .build();
  }
}
