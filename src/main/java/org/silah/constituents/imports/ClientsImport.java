package org.silah.constituents.imports;

import java.util.List;
import org.silah.constituents.Field;
import org.springframework.stereotype.Component;

/** Lists of clients: all that a row says is about its client. */
@Component
class ClientsImport implements ImportKind {

  @Override
  public String code() {
    return "clients";
  }

  @Override
  public String name() {
    return "constituents.import.kind.clients";
  }

  @Override
  public List<Field> fields() {
    return List.of();
  }

  @Override
  public Reader reader(ImportSettings settings) {
    return (_, _) -> {};
  }
}
