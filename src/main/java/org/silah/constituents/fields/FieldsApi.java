package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The custom fields for other programs. */
@RestController
class FieldsApi {

  private final CustomFields fields;

  FieldsApi(CustomFields fields) {
    this.fields = fields;
  }

  record Choice(String code, String labelAr, String labelEn, boolean retired) {}

  /**
   * @param code under which a client has its value in {@code custom}
   * @param needed never, always, role or value: with which role, or which value of which other field, stands behind it
   * @param options codes to send for what is chosen
   */
  record Described(
      String code, String labelAr, String labelEn, @Nullable String helpAr, @Nullable String helpEn, List<String> kinds, String type, String group, String needed,
      boolean searchable, boolean retired, @Nullable Integer longest, @Nullable Integer decimals, @Nullable BigDecimal least, @Nullable BigDecimal greatest,
      @Nullable String currency, List<Choice> options) {

    static Described of(CustomField field, List<CustomField> all) {
      var bounds = field.bounds();
      return new Described(
          field.code(), field.labelAr(), field.labelEn(), field.helpAr(), field.helpEn(), field.kinds().stream().map(ClientKind::code).toList(),
          field.type().code(), field.group().code(), FieldsApi.needed(field, all), field.searchable(), field.retired(), bounds.longest(), bounds.decimals(),
          bounds.least(), bounds.greatest(), bounds.currency() == null ? null : bounds.currency().getCurrencyCode(),
          field.options().stream().map(option -> new Choice(option.code(), option.labelAr(), option.labelEn(), option.retired())).toList());
    }
  }

  /** What hangs on a field that the key may not see does not tell of it. */
  private static String needed(CustomField field, List<CustomField> seen) {
    var hidden = field.need() instanceof Need.WithValue(var other, _) && seen.stream().noneMatch(one -> one.id().equals(other));
    return FieldForm.needed(hidden ? Need.NEVER : field.need(), seen);
  }

  record Fields(List<Described> items) {}

  /** Those that the key may see, in the order of the profile. */
  @GetMapping("/api/v1/fields")
  Fields list() {
    var seen = fields.seen();
    return new Fields(seen.stream().map(field -> Described.of(field, seen)).toList());
  }
}
