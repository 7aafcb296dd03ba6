package org.silah.access;

import java.util.List;
import java.util.function.Supplier;
import org.silah.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Sign-in, sessions, forgery protection, and the table of routes as the only word on who may do what. */
@Configuration(proxyBeanMethods = false)
class Security {

  @Bean
  Routes routes() {
    return Routes.read();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(12);
  }

  @Bean
  Supplier<Page.Brand> brand(Institutions institutions, @Value("${silah.demo:false}") boolean demonstration) {
    return () -> {
      var charity = institutions.charity();
      return new Page.Brand(charity.nameAr(), charity.nameEn(), charity.currency(), charity.timeZone(), demonstration);
    };
  }

  @Bean
  SecurityFilterChain pageSecurity(HttpSecurity http, Routes routes, SignIn signIn) throws Exception {
    var csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();
    csrf.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    return http
        .authorizeHttpRequests(requests -> requests
            .anyRequest().access(new RouteGuard(routes)))
        .formLogin(form -> form
            .loginPage("/sign-in").loginProcessingUrl("/sign-in").usernameParameter("username").passwordParameter("password")
            .successHandler(signIn).failureHandler(signIn))
        .authenticationProvider(signIn)
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in").deleteCookies("SESSION"))
        .csrf(forms -> forms.csrfTokenRepository(csrf))
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
        .addFilterBefore(new PutVisitor(routes), AuthorizationFilter.class)
        .build();
  }

  static Authentication signedIn(StaffPrincipal staff) {
    return UsernamePasswordAuthenticationToken.authenticated(staff, null, List.of());
  }
}
