package org.silah.constituents.fields;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Role;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.web.Language;
import org.silah.web.Named;

/**
 * Something the charity itself decided to know of its clients.
 *
 * @param code what imports, exports and programs call it; it never changes
 * @param group of the nine, in which {@code place} orders the fields
 * @param viewers only staff with one of these roles, and keys for sensitive facts; empty for everyone who may open the client
 * @param retired asked for no more; values that are there stay
 * @param options in their order; empty for what is not chosen
 */
record CustomField(
    UUID id, String code, String labelAr, String labelEn, @Nullable String helpAr, @Nullable String helpEn, Set<ClientKind> kinds, FieldType type, Group group,
    int place, Need need, Set<Role> viewers, boolean searchable, boolean retired, Bounds bounds, List<Option> options) implements Named {

  /** Before the code of a field where it stands among codes of other things a list or a program brings. */
  static final String PREFIX = "custom.";
  private static final String BOX = "f-";

  @Override
  public String name(Language language) {
    return language == Language.AR ? labelAr : labelEn;
  }

  @Nullable String help(Language language) {
    return language == Language.AR ? helpAr : helpEn;
  }

  /** What its box is called in a form. */
  String box() {
    return BOX + code;
  }

  String column() {
    return PREFIX + code;
  }

  boolean suits(ClientKind kind) {
    return kinds.contains(kind);
  }

  boolean isForFew() {
    return !viewers.isEmpty();
  }

  boolean isNeededByAll() {
    return need instanceof Need.Always;
  }

  Optional<Option> option(UUID id) {
    return options.stream().filter(option -> option.id().equals(id)).findFirst();
  }

  /** Also those that are offered no more: a value that is there is no mistake. */
  Optional<Option> option(String code) {
    return options.stream().filter(option -> option.code().equals(code)).findFirst();
  }

  List<Option> offered(@Nullable FieldValue held) {
    return options.stream().filter(option -> !option.retired() || held instanceof FieldValue.Chosen(var ids) && ids.contains(option.id())).toList();
  }

  int longest() {
    return Objects.requireNonNullElse(bounds.longest(), type == FieldType.LONG ? 4_000 : 500);
  }

  int decimals() {
    return Objects.requireNonNullElse(bounds.decimals(), 0);
  }

  CustomField withOptions(List<Option> all) {
    return new CustomField(id, code, labelAr, labelEn, helpAr, helpEn, kinds, type, group, place, need, viewers, searchable, retired, bounds, List.copyOf(all));
  }
}
