package org.silah.constituents.merging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Dossiers;
import org.silah.constituents.PartyId;
import org.silah.web.Language;
import org.silah.web.Mistakes;
import org.silah.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clients made one by other programs, with the same proposals as people see. */
@RestController
class MergeApi {

  private final Merging merging;
  private final Merges merges;
  private final Dossiers dossiers;
  private final MergeSheets sheets;
  private final Texts texts;

  MergeApi(Merging merging, Merges merges, Dossiers dossiers, MergeSheets sheets, Texts texts) {
    this.merging = merging;
    this.merges = merges;
    this.dossiers = dossiers;
    this.sheets = sheets;
    this.texts = texts;
  }

  /** @param take by a field's code the client whose value is taken; of all others what is proposed */
  record NewMerge(@NotNull UUID kept, @NotEmpty @Size(max = SideBySide.MOST - 1) List<@NotNull UUID> gone, @Nullable Map<String, UUID> take) {}

  record ShownMerge(UUID id, UUID kept, UUID gone, List<String> taken, Instant at, String by, @Nullable Instant undoneAt) {

    static ShownMerge of(Merge merge) {
      return new ShownMerge(
          merge.id(), merge.kept().value(), merge.gone().value(), merge.theirs().stream().sorted().toList(), merge.at(), merge.by(), merge.undoneAt());
    }
  }

  record ShownMerges(List<ShownMerge> items) {}

  @PostMapping("/api/v1/merges")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownMerges merge(@Valid @RequestBody NewMerge asked) {
    var clients = Stream.concat(Stream.of(asked.kept), asked.gone.stream()).distinct()
        .map(id -> dossiers.find(new PartyId(id)).orElseThrow(NoSuchElementException::new)).toList();
    var sheet = sheets.of(clients, new PartyId(asked.kept), texts.in(Language.EN));
    var made = merging.merge(sheet.stays(), sheet.theirs(chosen(asked, sheet)));
    return new ShownMerges(made.stream().map(id -> ShownMerge.of(merges.find(id).orElseThrow())).toList());
  }

  private static Map<String, String> chosen(NewMerge asked, MergeSheet sheet) {
    var chosen = new HashMap<String, String>();
    var mistakes = new Mistakes();
    (asked.take == null ? Map.<String, UUID>of() : asked.take).forEach((code, client) -> {
      if (client == null || sheet.choices().stream().noneMatch(choice -> choice.code().equals(code) && choice.told().containsKey(new PartyId(client)))) {
        mistakes.add("take." + code, "constituents.merge.nothing-to-take");
      } else {
        chosen.put(code, client.toString());
      }
    });
    mistakes.raise();
    return chosen;
  }

  @GetMapping("/api/v1/merges/{merge}")
  ShownMerge show(@PathVariable UUID merge) {
    return ShownMerge.of(merges.find(merge).orElseThrow(NoSuchElementException::new));
  }

  @PostMapping("/api/v1/merges/{merge}/undoing")
  @Transactional
  ShownMerge undo(@PathVariable UUID merge) {
    merging.undo(merge);
    return show(merge);
  }
}
