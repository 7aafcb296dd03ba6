package org.silah.constituents.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where a registrar imports lists, page by page. The background work is done when the page would show it. */
@TestComponent
public class ImportDesk {

  private static final Pattern COLUMN = Pattern.compile("(?s)<select class=\"in\" name=\"field\".*?</select>");
  private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");

  private final FrontDoor door;
  private final Work work;
  private final JdbcClient db;
  private Browser registrar;

  ImportDesk(FrontDoor door, Work work, JdbcClient db) {
    this.door = door;
    this.work = work;
    this.db = db;
  }

  public MvcTestResult open(String path) {
    return registrar().get(path);
  }

  public String read(String path) {
    return Browser.body(open(path));
  }

  public MvcTestResult send(String path, String... fields) {
    return registrar().post(path, fields);
  }

  MvcTestResult handIn(String kind, String fileName, byte[] bytes) {
    registrar().get("/imports");
    return registrar().upload("/imports", "file", fileName, bytes, "kind", kind);
  }

  /** @return the address of the import; fails if the file is refused */
  public String begin(String kind, String fileName, byte[] bytes) {
    var answer = handIn(kind, fileName, bytes);
    var place = answer.getResponse().getRedirectedUrl();
    if (place == null) {
      throw new AssertionError("not taken: " + answer.getResponse().getStatus() + " " + Browser.body(answer).lines().filter(line -> line.contains("class=\"err\"")).toList());
    }
    return place;
  }

  public String begin(String kind, String list) {
    return begin(kind, "list.csv", list.getBytes(StandardCharsets.UTF_8));
  }

  /** The fields that the page proposes, column by column. */
  public List<String> proposed(String address) {
    var columns = COLUMN.matcher(read(address));
    var fields = new ArrayList<String>();
    while (columns.find()) {
      var chosen = SELECTED.matcher(columns.group());
      fields.add(chosen.find() ? chosen.group(1) : "");
    }
    return fields;
  }

  public MvcTestResult confirm(String address, List<String> fields, String... more) {
    var sent = new ArrayList<String>();
    fields.forEach(field -> sent.addAll(List.of("field", field)));
    sent.addAll(Arrays.asList(more));
    var answer = send(address + "/columns", sent.toArray(String[]::new));
    work(address);
    return answer;
  }

  /** As far as the preview, with the columns as proposed. */
  public String preview(String kind, String list, String... more) {
    var address = begin(kind, list);
    confirm(address, proposed(address), more);
    return address;
  }

  public String bring(String kind, String list, String... more) {
    return commit(preview(kind, list, more));
  }

  public String commit(String address) {
    send(address + "/commit");
    work(address);
    return address;
  }

  public void undo(String address) {
    open(address + "/undoing");
    send(address + "/undoing");
    work(address);
  }

  public void work(String address) {
    work.run(id(address), () -> false);
  }

  static ImportId id(String address) {
    return ImportId.of(address.substring(address.lastIndexOf('/') + 1));
  }

  public Map<String, Long> outcomes(String address) {
    var counts = new TreeMap<String, Long>();
    db.sql("select outcome, count(*) as n from constituents.import_row where import_id = ? group by outcome").param(id(address).value())
        .query(row -> {
          counts.put(row.getString("outcome"), row.getLong("n"));
        });
    return counts;
  }

  /** Of the rows that failed, the keys of what is wrong. */
  public List<String> problems(String address) {
    return db.sql("""
        select coalesce(r.reason, p.problem ->> 'key')
        from constituents.import_row r
        left join lateral jsonb_array_elements(r.problems) as p (problem) on true
        where r.import_id = ? and r.outcome = 'failed'
        order by r.row_no""").param(id(address).value()).query(String.class).list();
  }

  /** Rows of a table as text, without what differs from run to run. */
  List<String> content(String table, String... without) {
    return db.sql("select (to_jsonb(t) - ?::text[])::text from " + table + " t order by 1").param(without).query(String.class).list();
  }

  static byte[] in(Charset encoding, String list) {
    return list.getBytes(encoding);
  }

  /** A workbook with one sheet; numbers as numbers, the rest as text. */
  public static byte[] workbook(List<List<Object>> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      var sheet = workbook.newWorksheet("القائمة");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          switch (rows.get(row).get(column)) {
            case Number number -> sheet.value(row, column, number);
            case java.time.LocalDate day -> {
              sheet.value(row, column, day);
              sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Object text -> sheet.value(row, column, text.toString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Browser registrar() {
    if (registrar == null) {
      registrar = door.as(Role.REGISTRAR);
    }
    return registrar;
  }
}
