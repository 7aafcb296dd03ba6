package org.silah.constituents.imports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.silah.constituents.imports.ImportKind.Field;
import org.springframework.stereotype.Component;

/** The kinds of lists there are. */
@Component
class ImportKinds {

  private final List<ImportKind> kinds;
  private final List<ClientColumns> more;

  ImportKinds(List<ImportKind> kinds, List<ClientColumns> more) {
    this.more = more;
    this.kinds = kinds.stream().sorted(Comparator.comparing(kind -> kind instanceof ClientsImport ? 0 : 1)).toList();
  }

  List<ImportKind> all() {
    return kinds;
  }

  Optional<ImportKind> find(String code) {
    return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** @throws java.util.NoSuchElementException if its module is not there */
  ImportKind get(String code) {
    return find(code).orElseThrow();
  }

  /** What a column of this kind of list may be: its own fields first, then those of its clients, as far as whoever acts may fill them. */
  Map<String, Field> fields(ImportKind kind) {
    var fields = new LinkedHashMap<String, Field>();
    kind.fields().forEach(field -> fields.put(field.code(), field));
    ClientFields.all().forEach(field -> fields.putIfAbsent(field.code(), field));
    more.forEach(one -> one.fields().forEach(field -> fields.putIfAbsent(field.code(), field)));
    return fields;
  }

  /** What may be chosen for a list of this kind: its own, and by what its clients are known again. */
  static List<ImportKind.Option> options(ImportKind kind) {
    return Stream.concat(kind.options().stream(), MatchRules.OPTIONS.stream()).toList();
  }
}
