package org.silah.constituents.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a file may hold before it is refused: memory must not depend on what somebody uploads.
 *
 * @param cell characters in one cell; a spreadsheet program allows as many
 * @param unpacked what a workbook may unpack to, all its parts together
 * @param sharedStrings the part of a workbook that must be held in memory, unpacked
 * @param ratio how many times larger than its file a part may unpack to
 */
@ConfigurationProperties("silah.import")
record Limits(
    @DefaultValue("300MB") DataSize csv,
    @DefaultValue("50MB") DataSize xlsx,
    @DefaultValue("5000000") int rows,
    @DefaultValue("200") int columns,
    @DefaultValue("32767") int cell,
    @DefaultValue("1GB") DataSize unpacked,
    @DefaultValue("64MB") DataSize sharedStrings,
    @DefaultValue("100") int ratio) {

  static final int PARTS_OF_A_WORKBOOK = 1_000;

  DataSize of(FileFormat format) {
    return format == FileFormat.CSV ? csv : xlsx;
  }
}
