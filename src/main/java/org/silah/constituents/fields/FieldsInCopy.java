package org.silah.constituents.fields;

import java.util.List;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Custom fields, their choices and values. */
@Component
class FieldsInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.custom_field", """
            id, code, label_ar, label_en, help_ar, help_en, kinds, type, profile_group, place, need, need_role, need_field,
            need_option, viewers, searchable, retired, longest, decimals, least, greatest, currency""").later("need_option"),
        CopiedTable.of("constituents.custom_option", "id, field_id, code, label_ar, label_en, place, retired"),
        CopiedTable.of("constituents.custom_value", """
            id, party_id, field_id, type, text_value, search_key, number_value, minor_value, currency, day_value, option_id,
            flag_value, document_id, client_id, searchable, source, as_of, import_id, recorded_at, recorded_by, superseded_at"""));
  }
}
