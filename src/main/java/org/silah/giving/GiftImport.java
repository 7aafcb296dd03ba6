package org.silah.giving;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.imports.Chunk;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.ImportSettings;
import org.silah.kernel.Amounts;
import org.silah.kernel.Sql;
import org.silah.kernel.Unreadable;
import org.silah.web.Page;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Lists of gifts: every row is a gift of the client that it names. */
@Component
class GiftImport implements ImportKind {

  static final String REVERSAL = "reversal";
  private static final String THANK = "thank";
  private static final String YES = "yes";
  /** Enough that most of a donor's gifts in a list sorted by donor or by day meet in one upsert of the summary. */
  private static final int CHUNK = 50_000;

  private final StagedGifts staged;
  private final Rates rates;

  GiftImport(StagedGifts staged, Rates rates) {
    this.staged = staged;
    this.rates = rates;
  }

  @Override
  public String code() {
    return "gifts";
  }

  @Override
  public String name() {
    return "giving.import.kind";
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.required("amount", "giving.amount", "المبلغ", "مبلغ", "مبلغ التبرع", "قيمة التبرع", "القيمة", "amount", "gift amount", "donation amount",
            "donation", "value").likely(GiftImport::looksLikeAmount),
        Field.optional("currency", "giving.currency", "العملة", "عملة", "عملة التبرع", "currency"),
        Field.required("given_on", "giving.given-on", "تاريخ التبرع", "التاريخ", "تاريخ", "تاريخ العملية", "تاريخ الإيداع", "التاريخ الميلادي", "date", "gift date",
            "donation date", "given on", "gregorian date"),
        Field.optional("purpose", "giving.purpose", "الغرض", "غرض التبرع", "نوع التبرع", "وجه الصرف", "البند", "purpose", "fund", "gift type"),
        Field.optional("designation", "giving.designation", "المشروع", "اسم المشروع", "التخصيص", "project", "designation"),
        Field.optional("channel", "giving.channel", "قناة الدفع", "طريقة الدفع", "وسيلة الدفع", "طريقة التبرع", "channel", "payment method", "paid by"),
        Field.optional(REVERSAL, "giving.import.reversal", "سبب العكس", "reason of reversal"));
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option("purpose", "giving.import.purpose", "giving.import.purpose-hint", Purpose.GENERAL.code(),
            choices(Arrays.stream(Purpose.values()).toList(), Purpose::code, Purpose::key)),
        new Option("channel", "giving.import.channel", "giving.import.channel-hint", GiftChannel.OTHER.code(),
            choices(Arrays.stream(GiftChannel.values()).toList(), GiftChannel::code, GiftChannel::key)),
        new Option(THANK, "giving.import.thank", "giving.import.thank-hint", "no",
            new LinkedHashMap<>(Map.of("no", "giving.import.thank-no", YES, "giving.import.thank-yes"))));
  }

  @Override
  public Sql copy() {
    return Sql.of("""
        copy giving.staged_gift (import_id, row_no, amount_minor, currency, base_minor, given_on, hijri_year, purpose, designation, channel)
        from stdin (format binary)""");
  }

  @Override
  public Reader reader(ImportSettings settings) {
    return new GiftRowReader(rates.book(), settings.today(), settings.options());
  }

  @Override
  public Optional<Sql> alreadyRecorded(ImportSettings settings) {
    return Optional.of(StagedGifts.alreadyRecorded(settings.id()));
  }

  @Override
  public int chunkRows() {
    return CHUNK;
  }

  @Override
  public Collection<UUID> commit(Chunk chunk) {
    staged.commit(chunk, YES.equals(chunk.settings().options().get(THANK)));
    return List.of();
  }

  @Override
  public Collection<UUID> undo(Chunk chunk) {
    staged.undo(chunk);
    return List.of();
  }

  @Override
  public void clear(ImportId id) {
    staged.clear(id);
  }

  /** Reversed gifts stay, and so do their givers' rows. */
  @Override
  public boolean leavesTraces() {
    return true;
  }

  @Override
  public List<String> previewHeadings() {
    return List.of("giving.amount", "giving.given-on", "giving.purpose");
  }

  @Override
  public Map<Integer, List<String>> preview(ImportId id, Collection<Integer> rows, Page page) {
    return staged.preview(id, rows, page.words());
  }

  @Override
  public Map<Integer, Recorded> recorded(ImportId id, Collection<Integer> rows, Page page) {
    return staged.recorded(id, rows, page.words());
  }

  @Override
  public List<String> totals(ImportId id, Words words) {
    return staged.totals(id, words);
  }

  private static boolean looksLikeAmount(String value) {
    try {
      return Amounts.parse(value).signum() > 0 && value.length() < 16;
    } catch (Unreadable e) {
      return false;
    }
  }

  private static <T> Map<String, String> choices(
      List<T> all, java.util.function.Function<T, String> code, java.util.function.Function<T, String> key) {
    var choices = new LinkedHashMap<String, String>();
    all.forEach(one -> choices.put(code.apply(one), key.apply(one)));
    return choices;
  }
}
