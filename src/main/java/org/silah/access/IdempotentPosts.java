package org.silah.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.access.KeptAnswers.Answer;
import org.silah.web.Problems;
import org.silah.web.UploadPlace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an Idempotency-Key happens once. Its effect and the answer that is kept for a retry are one transaction: a crash
 * in between leaves neither. What was refused before anything was done is not kept, so that it can be mended and sent again.
 */
class IdempotentPosts extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotent-Replayed";
  private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

  private final KeptAnswers answers;
  private final Problems problems;
  private final TransactionTemplate transaction;
  private final List<UploadPlace> places;

  IdempotentPosts(KeptAnswers answers, Problems problems, TransactionTemplate transaction, List<UploadPlace> places) {
    this.answers = answers;
    this.problems = problems;
    this.transaction = transaction;
    this.places = places;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var place = places.stream().filter(one -> one.takes(request)).findFirst();
    var whole = place.isPresent() ? WholeRequest.readFile(request, place.get().largest()) : WholeRequest.read(request);
    if (whole.isEmpty()) {
      problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE);
      return;
    }
    try {
      answer(whole.get(), response, chain);
    } finally {
      whole.get().discard();
    }
  }

  private void answer(WholeRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    var key = request.getHeader(HEADER);
    if (key == null || !request.getMethod().equals("POST") || who() == null) {
      chain.doFilter(request, response);
    } else if (!KEY.matcher(key).matches()) {
      problems.write(request, response, HttpStatus.BAD_REQUEST, HEADER, "access.idempotency-key.unfit");
    } else {
      new Once(request, response, chain, key, who()).run();
    }
  }

  private static @Nullable UUID who() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof ApiKeyPrincipal principal ? principal.id() : null;
  }

  private final class Once {

    private final WholeRequest request;
    private final HttpServletResponse response;
    private final FilterChain chain;
    private final String key;
    private final UUID who;
    private final ContentCachingResponseWrapper held;

    Once(WholeRequest request, HttpServletResponse response, FilterChain chain, String key, UUID who) {
      this.request = request;
      this.response = response;
      this.chain = chain;
      this.key = key;
      this.who = who;
      this.held = new ContentCachingResponseWrapper(response);
    }

    void run() throws IOException {
      var known = transaction.execute(this::begin);
      if (known == null) {
        keepFailure();
        held.copyBodyToResponse();
      } else {
        known.send();
      }
    }

    /** What is sent instead of asking the handler. */
    private interface Known {
      void send() throws IOException;
    }

    private @Nullable Known begin(TransactionStatus status) {
      if (!answers.begin(who, key)) {
        return () -> problems.write(request, response, HttpStatus.CONFLICT);
      }
      var kept = answers.find(who, key);
      if (kept.isPresent()) {
        return () -> repeat(kept.get());
      }
      handle();
      if (held.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
        status.setRollbackOnly();
      } else if (status.isRollbackOnly()) {
        throw new UnexpectedRollbackException("answered " + held.getStatus() + " although its work was given up");
      } else {
        answers.keep(who, key, answer());
      }
      return null;
    }

    private void handle() {
      try {
        chain.doFilter(request, held);
      } catch (IOException | ServletException e) {
        throw new IllegalStateException(e);
      }
    }

    private void keepFailure() {
      if (request.getAttribute(Problems.RESULT) != null) {
        transaction.executeWithoutResult(_ -> answers.keep(who, key, answer()));
      }
    }

    private Answer answer() {
      return new Answer(request.hash(), held.getStatus(), held.getContentType(), held.getHeader(HttpHeaders.LOCATION), held.getContentAsByteArray());
    }

    private void repeat(Answer answer) throws IOException {
      if (!MessageDigest.isEqual(answer.requestHash(), request.hash())) {
        problems.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, HEADER, "access.idempotency-key.other-request");
        return;
      }
      response.setStatus(answer.status());
      response.setHeader(REPLAYED, "true");
      response.setContentType(answer.contentType());
      if (answer.location() != null) {
        response.setHeader(HttpHeaders.LOCATION, answer.location());
      }
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }
}
