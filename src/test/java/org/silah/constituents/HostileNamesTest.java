package org.silah.constituents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.kernel.PersonName;
import org.silah.kernel.PlainCell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a name is made of, it is kept and shown as it is, and does nothing. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class HostileNamesTest {

  private static final List<String> OURS = List.of(
      "أحمد\u202Eدمحأ", "محـــمـــد", "ﷺ", "ﻼﻼ", "عبد\u200Dالله", "é e\u0301", "٠١٢٣٤", "a\u0000b", "\uD800", "ا\u0651\u0651\u0651\u0651\u064E".repeat(50), "{{7*7}} ${7*7} #{7*7}",
      "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "'; drop table constituents.party; --", "a\r\nSet-Cookie: b=c", "😀".repeat(500));

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Z}\\p{M}\\u115F\\u1160\\u3164\\uFFA0\\u2800&&[^\\u0600-\\u0605\\u06DD\\u070F\\u08E2]]*");

  @Autowired Registry registry;

  @Test
  void hostileNamesAreKeptAndShownAsTheyAre() throws IOException {
    var names = new ArrayList<>(OURS);
    names.addAll(List.of(new JsonMapper().readValue(Files.readString(shared("csv/naughty_strings.json")), String[].class)));
    int kept = 0;
    for (var name : names) {
      var cleaned = PersonName.clean(name.replace("\u0000", ""));
      var answer = registry.send("/clients", "kind", "other", "name", name);
      if (INVISIBLE.matcher(cleaned).matches() || cleaned.codePointCount(0, cleaned.length()) > 500) {
        assertThat(answer).as(name).hasStatus(422);
        continue;
      }
      assertThat(answer).as(name).hasStatus(302);
      var path = answer.getResponse().getRedirectedUrl();
      var stored = registry.rows("select display_name from constituents.party where id = ?::uuid", path.substring(9)).getFirst().get("display_name");
      assertThat(stored).as(name).isEqualTo(cleaned);
      assertThat(Registry.text(registry.open(path))).as(name).contains("<bdi>" + escaped(cleaned) + "</bdi>").doesNotContain("<script>alert", "<img src=x");
      kept++;
    }
    assertThat(kept).isGreaterThan(400);
    var pages = readTheList();
    assertThat(pages).doesNotContain("<img src=x", "<script>alert");
    assertThat(registry.open("/clients?order=newest")).hasStatusOk();
  }

  @Test
  void noCellOfAnExportIsAFormulaAndEveryOneComesBackAsItWas() throws IOException {
    var payloads = new JsonMapper().readTree(Files.readString(shared("csv/csv_formula_payloads.json")));
    var names = new ArrayList<String>();
    payloads.get("dangerous").forEach(one -> names.add(one.stringValue()));
    payloads.get("must_not_be_broken").forEach(one -> names.add(one.stringValue()));
    names.addAll(List.of("＝1+1", "＠SUM(1)", "'=1+1", "''=1", "'quoted'", "-", "=", "+", "@", "1-2", "a\tb", "O'Brien", "'"));
    for (var name : names) {
      registry.add("kind", "other", "name", name, "phone", "0555000777", "confirmed", "yes");
    }
    var export = registry.open("/clients/export?kind=other&order=newest");
    assertThat(export).hasStatusOk();
    var text = Registry.text(export);
    assertThat(text).startsWith("\uFEFF");
    var back = new ArrayList<String>();
    try (var rows = CsvReader.builder().ofCsvRecord(text.substring(1))) {
      for (var row : rows) {
        for (var cell : row.getFields()) {
          assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r＝＋－＠].*");
        }
        back.add(PlainCell.plain(row.getField(2)));
      }
    }
    assertThat(back).containsAll(names.stream().map(PersonName::clean).toList());
    assertThat(registry.rows("select detail ->> 'rows' as rows from access.audit_entry where action = 'client.export' order by seq desc limit 1").getFirst())
        .containsEntry("rows", String.valueOf(back.size() - 1));
  }

  private String readTheList() {
    var all = new StringBuilder();
    for (String path = "/clients"; path != null; ) {
      var page = Registry.text(registry.open(path));
      all.append(page);
      var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
      path = next.find() ? next.group(1).replace("&amp;", "&") : null;
    }
    return all.toString();
  }

  /** As a browser must get it between two tags. */
  private static String escaped(String text) {
    var out = new StringOutput();
    Escape.htmlContent(text, out);
    return out.toString();
  }

  private static Path shared(String file) {
    var path = Path.of("../shared/data", file);
    assumeTrue(Files.exists(path), "skipped: no " + path);
    return path;
  }
}
