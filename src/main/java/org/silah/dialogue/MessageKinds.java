package org.silah.dialogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silah.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every kind of message that some module sends. */
@Component
class MessageKinds {

  /** Fields that every text has. */
  static final List<String> COMMON = List.of("greeting", "name", "officer", "charity");

  private final Map<String, MessageKind> byCode = new LinkedHashMap<>();

  MessageKinds(ObjectProvider<MessageKind> kinds) {
    kinds.orderedStream().forEach(kind -> byCode.put(kind.code(), kind));
  }

  List<MessageKind> all() {
    return List.copyOf(byCode.values());
  }

  Optional<MessageKind> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Which fields a text of this kind may use. */
  Set<String> fields(String code) {
    var fields = new LinkedHashSet<>(COMMON);
    find(code).ifPresent(kind -> fields.addAll(kind.fields()));
    return fields;
  }

  /** What people call it; a kind that no module offers any more goes by its code. */
  String name(String code, Words words) {
    return find(code).map(kind -> words.get(kind.key())).orElse(code);
  }
}
