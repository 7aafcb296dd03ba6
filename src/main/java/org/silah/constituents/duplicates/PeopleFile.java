package org.silah.constituents.duplicates;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.likeness.Name;
import org.silah.constituents.likeness.Traits;
import org.silah.kernel.Dates;
import org.silah.kernel.Digits;
import org.silah.kernel.PersonName;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Unreadable;

/**
 * A CSV list of people, of whatever columns {@code columns.txt} knows; several columns may be parts of the address, several hold
 * phones. Nothing in it is refused: what cannot be read as a date or a phone is compared as it stands.
 *
 * @param headers as the file has them
 * @param rows as many cells as there are headers
 */
record PeopleFile(List<String> headers, List<List<String>> rows) {

  private static final String DELIMITERS = ",;\t|";
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final Map<String, String> FIELDS = fields();

  /**
   * @throws IOException if the file cannot be read
   * @throws CsvParseException if it is no CSV
   */
  static PeopleFile read(Path file) throws IOException {
    var text = text(Files.readAllBytes(file));
    var end = text.indexOf('\n');
    var first = end < 0 ? text : text.substring(0, end);
    char delimiter = DELIMITERS.chars().mapToObj(c -> (char) c)
        .max(java.util.Comparator.comparing(c -> first.chars().filter(one -> one == c).count())).orElseThrow();
    try (var csv = CsvReader.builder().fieldSeparator(delimiter).extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
      var rows = csv.stream().map(CsvRecord::getFields).map(cells -> cells.stream().map(String::strip).toList()).toList();
      var headers = rows.isEmpty() ? List.<String>of() : rows.getFirst();
      return new PeopleFile(headers, rows.stream().skip(1).map(cells -> fitted(cells, headers.size())).toList());
    }
  }

  private static List<String> fitted(List<String> cells, int size) {
    var fitted = new ArrayList<>(cells.subList(0, Math.min(size, cells.size())));
    while (fitted.size() < size) {
      fitted.add("");
    }
    return fitted;
  }

  private static String text(byte[] bytes) {
    var text = decoded(bytes, StandardCharsets.UTF_8);
    if (text == null) {
      text = new String(bytes, Charset.forName("windows-1256"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static @Nullable String decoded(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The values of one column; nothing if there is no such header. */
  java.util.Optional<List<String>> column(String header) {
    int at = headers.indexOf(header);
    return at < 0 ? java.util.Optional.empty() : java.util.Optional.of(rows.stream().map(row -> row.get(at)).toList());
  }

  /** Which headers are read, and as what. */
  Map<String, String> understood() {
    var understood = new LinkedHashMap<String, String>();
    headers.forEach(header -> {
      var field = FIELDS.get(PersonName.fold(header));
      if (field != null) {
        understood.put(header, field);
      }
    });
    return understood;
  }

  /**
   * @param without a header that is not looked at
   * @param region ISO 3166 code for phones without one
   */
  List<Traits> traits(@Nullable String without, String region) {
    var places = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < headers.size(); i++) {
      var field = FIELDS.get(PersonName.fold(headers.get(i)));
      if (field != null && !headers.get(i).equals(without)) {
        places.computeIfAbsent(field, _ -> new ArrayList<>()).add(i);
      }
    }
    return rows.stream().map(row -> traits(field -> places.getOrDefault(field, List.of()).stream().map(row::get).filter(cell -> !cell.isEmpty()).toList(), region)).toList();
  }

  private static Traits traits(Function<String, List<String>> cells, String region) {
    Function<String, String> one = field -> String.join(" ", cells.apply(field));
    var names = new ArrayList<Name>();
    if (!cells.apply("full").isEmpty()) {
      names.add(Name.of(one.apply("full")));
    }
    if (!(one.apply("given") + one.apply("family")).isEmpty()) {
      names.add(Name.of(one.apply("given"), one.apply("father"), one.apply("grandfather"), one.apply("family")));
    }
    if (!cells.apply("latin").isEmpty() || names.isEmpty()) {
      names.add(Name.of(one.apply("latin")));
    }
    var gender = one.apply("gender").toLowerCase(Locale.ROOT);
    return new Traits(
        Traits.Sort.PERSON,
        List.copyOf(names),
        birth(one.apply("birth")),
        cells.apply("phone").stream().map(phone -> phone(phone, region)).distinct().toList(),
        cells.apply("email").stream().map(email -> email.toLowerCase(Locale.ROOT)).distinct().toList(),
        cells.apply("identity").stream().map(number -> "number " + PersonName.fold(number).replace(" ", "")).distinct().toList(),
        KeptRecords.address(one.apply("address")),
        gender.isEmpty() ? null : gender);
  }

  private static @Nullable String birth(String typed) {
    var digits = Digits.toAscii(typed).replaceAll("\\D", "");
    if (typed.isEmpty() || digits.isEmpty()) {
      return null;
    }
    if (digits.length() == 8 && typed.length() == 8) {
      return digits;
    }
    try {
      return Dates.parse(typed).format(DIGITS);
    } catch (Unreadable _) {
      return digits;
    }
  }

  private static String phone(String typed, String region) {
    try {
      return PhoneNumber.parse(typed, region).e164();
    } catch (Unreadable _) {
      return Digits.toAscii(typed).replaceAll("\\D", "");
    }
  }

  private static Map<String, String> fields() {
    try (var in = PeopleFile.class.getResourceAsStream("/constituents/likeness/columns.txt")) {
      var fields = new LinkedHashMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
        int end = line.indexOf(' ');
        for (var header : line.substring(end + 1).split("\\|")) {
          fields.put(PersonName.fold(header), line.substring(0, end));
        }
      });
      return Map.copyOf(fields);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
