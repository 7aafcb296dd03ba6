package org.silah.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.silah.kernel.BrokenRule;
import org.silah.web.Listing;
import org.silah.web.Paging;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.pattern.PathPatternParser;

/** A small part of the API that exists only in tests. What a letter leaves behind is an entry in the audit log. */
@TestConfiguration
@Import(Letters.Api.class)
class Letters {

  record NewLetter(@NotBlank @Size(max = 20) String subjectLine, int pages) {}

  static class TooLate extends BrokenRule {
    TooLate() {
      super("web.error.409");
    }
  }

  @RestController
  static class Api {

    private final Audit audit;

    Api(Audit audit) {
      this.audit = audit;
    }

    @GetMapping("/api/v1/letters")
    Listing<Integer> list(Paging paging) {
      var after = paging.after(key -> Integer.valueOf(key.getFirst())).orElse(0);
      var rows = IntStream.rangeClosed(after + 1, 7).limit(paging.rows()).boxed().toList();
      return paging.listing(rows, List::of);
    }

    @PostMapping("/api/v1/letters")
    @Transactional
    ResponseEntity<NewLetter> add(@Valid @RequestBody NewLetter letter) {
      audit.record("letter.add", "letter", letter.subjectLine(), java.util.Map.of());
      if (letter.pages() == 13) {
        throw new TooLate();
      }
      if (letter.pages() == 666) {
        throw new IllegalStateException("secret of the house");
      }
      return ResponseEntity.created(URI.create("/api/v1/letters/" + UUID.randomUUID())).body(letter);
    }

    @GetMapping("/api/v1/letters/{id}")
    NewLetter find(@PathVariable UUID id) {
      throw new NoSuchElementException();
    }
  }

  @Bean
  @Primary
  Routes routesWithLetters() {
    var parser = PathPatternParser.defaultInstance;
    var rows = new ArrayList<>(Routes.read().all());
    rows.add(new Routes.Route("GET", parser.parse("/api/v1/letters"), Set.of("search:read")));
    rows.add(new Routes.Route("POST", parser.parse("/api/v1/letters"), Set.of("clients:write")));
    rows.add(new Routes.Route("GET", parser.parse("/api/v1/letters/{id}"), Set.of("search:read")));
    return new Routes(rows);
  }
}
