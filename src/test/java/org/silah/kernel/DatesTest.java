package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silah.kernel.Refusals.reason;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-05", "05/03/2026", "5/3/2026", "5-3-2026", "5.3.2026", "5 3 2026", "2026/3/5", "20260305",
      "05032026", "٢٠٢٦/٠٣/٠٥", "٥/٣/٢٠٢٦", "۲۰۲۶-۰۳-۰۵", "\u200F5/3/2026\u200F", "\u202B٢٠٢٦/٣/٥\u202C",
      "2026-03-05 00:00:00", "2026-03-05T00:00", "2026-03-05T00:00:00.000+03:00", "2026-03-05T21:30:00Z", "5/3/2026 12:45 PM",
      "5/3/2026 ١٢:٤٥ م", "05/03/2026 00:00:00", "5/3/2026م", "5/3/2026 م", "م5/3/2026", "2026/03/05 AD", "5 مارس 2026",
      "٥ مارس ٢٠٢٦م",
      "5 آذار 2026", "5 آذار/مارس 2026", "الخميس 5 مارس 2026", "يوم الخميس، 5 مارس 2026 ميلادي", "5 من مارس لعام 2026",
      "Thursday, March 5, 2026", "Thu 5 Mar 2026", "5th of March 2026", "5-Mar-2026", "2026 March 5", "MARCH 5 2026",
      "jeudi 5 mars 2026", "Thu Mar 05 00:00:00 UTC 2026",
      "1447/09/16", "16/09/1447", "١٤٤٧/٠٩/١٦", "1447-09-16هـ", "16/9/1447 هـ", "16/9/1447 ه", "هـ 16/9/1447", "14470916",
      "16091447", "16 رمضان 1447", "16 رمضان 1447هـ", "١٦ رَمَضان ١٤٤٧ هـ", "16 رمضان المبارك 1447 هجري", "16 Ramadan 1447 AH",
      "Ramadan 16, 1447 H", "16 Ramadhan 1447",
      "16 شهر رمضان سنة 1447 هجرية", "1447/09/16 00:00:00", "16 رمضان 1447هـ الموافق 5 مارس 2026م",
      "الخميس 16 رمضان 1447 هـ الموافق: 5/3/2026", "5 مارس 2026 (16 رمضان 1447)", "1447/09/16 هـ - 2026/03/05 م",
      "5/3/2026 = 16/9/1447", "March 5, 2026 corresponding to 16 Ramadan 1447",
      "5/3/2026 م 16/9/1447 هـ", "16 رمضان 1447 5 مارس 2026", "5 مارس 2026 الموافق لـ 16 رمضان 1447", "5 مارس 2026 (الخميس)"})
  void oneDayIsWrittenInManyWays(String typed) {
    assertThat(Dates.parse(typed)).isEqualTo(LocalDate.of(2026, 3, 5));
  }

  @Test
  void everyMonthIsKnownByItsNamesFromCasablancaToMuscat() {
    var names = List.of("يناير كانون_الثاني جانفي January Jan", "فبراير شباط فيفري February Feb", "مارس آذار March Mar",
        "أبريل إبريل ابريل نيسان أفريل April Apr", "مايو أيار ماي May", "يونيو يونيه حزيران جوان June Jun",
        "يوليو يوليه تموز جويلية يوليوز July Jul", "أغسطس اغسطس آب أوت غشت August Aug", "سبتمبر أيلول شتنبر September Sept Sep",
        "أكتوبر اكتوبر تشرين_الأول October Oct", "نوفمبر تشرين_الثاني نونبر November Nov",
        "ديسمبر كانون_الأول دجنبر December Dec");
    for (int month = 1; month <= 12; month++) {
      for (var name : names.get(month - 1).split(" ")) {
        assertThat(Dates.parse("7 " + name.replace('_', ' ') + " 2025")).as(name).isEqualTo(LocalDate.of(2025, month, 7));
      }
    }
  }

  @Test
  void everyHijriMonthIsKnownByItsSpellings() {
    var names = List.of("محرم المحرم محرّم_الحرام Muharram Moharram", "صفر صفر_الخير Safar",
        "ربيع_الأول ربيع_الاول ربيع_أول ربيع_الأوّل Rabi_al-Awwal Rabi'_al-awwal Rabiʿ_I Rabi_ul_Awal Rabee_al-Awwal",
        "ربيع_الآخر ربيع_الاخر ربيع_الثاني ربيع_ثاني Rabi_al-Thani Rabi_al-Akhir Rabi_II",
        "جمادى_الأولى جمادى_الاولى جمادي_الأول جماد_أول Jumada_al-Ula Jumada_al-Awwal Jumādā_al-ūlā Jumada_I",
        "جمادى_الآخرة جمادى_الاخرة جمادى_الثانية جمادي_الثاني جماد_الثاني Jumada_al-Akhirah Jumada_al-Thani Jumada_II Jumada_al-Thaniyah",
        "رجب رجب_المرجب Rajab", "شعبان Sha'ban Shaban Shaaban Sha‘bān", "رمضان رمضان_المبارك Ramadan Ramadhan Ramaḍān Ramzan",
        "شوال شوّال Shawwal Shawal",
        "ذو_القعدة ذي_القعدة ذوالقعدة ذو_القعده القعدة Dhu_al-Qi'dah Dhul-Qadah Dhu_al-Qa‘dah Zul_Qadah Thul-Qi'dah Dhul_Qa'da",
        "ذو_الحجة ذي_الحجة ذوالحجه ذو_الحِجّة الحجة Dhu_al-Hijjah Dhul-Hijja Zul_Hijjah Thul-Hijjah Dhū_al-Ḥijjah");
    for (int month = 1; month <= 12; month++) {
      for (var name : names.get(month - 1).split(" ")) {
        assertThat(Dates.parse("7 " + name.replace('_', ' ') + " 1447هـ")).as(name).isEqualTo(new HijriDate(1447, month, 7).toLocalDate());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"'', kernel.date.empty", "'\u200F \u00A0', kernel.date.empty", "31/02/2026, kernel.date.day",
      "29/02/2026, kernel.date.day", "0/3/2026, kernel.date.day", "2026-02-30, kernel.date.day", "31 يونيو 2026, kernel.date.day",
      "05/13/2026, kernel.date.monthfirst", "03/25/2026, kernel.date.monthfirst",
      "13/13/2026, kernel.date.month", "2026-13-05, kernel.date.month", "5/0/2026, kernel.date.month",
      "5/45/2026, kernel.date.month", "30/02/1447, kernel.date.hijriday", "1447/02/30, kernel.date.hijriday",
      "31 رمضان 1447, kernel.date.hijriday", "1/13/1447, kernel.date.monthfirst",
      "05/03/26, kernel.date.twodigit", "1/9/47, kernel.date.twodigit", "5 مارس 26, kernel.date.twodigit",
      "5/3/447, kernel.date.twodigit", "1342/01/01, kernel.date.hijrirange", "1501/01/01, kernel.date.hijrirange",
      "1699-01-01, kernel.date.hijrirange", "5 رمضان 2026, kernel.date.calendar", "5 مارس 1447, kernel.date.calendar",
      "5/3/2026هـ, kernel.date.calendar", "1447/09/01 م, kernel.date.calendar", "مارس 2026, kernel.date.incomplete",
      "03/2026, kernel.date.incomplete", "2026, kernel.date.incomplete", "46086, kernel.date.serial", "لاحقا, kernel.date.word",
      "غير معروف, kernel.date.word", "12345678901, kernel.date.unreadable", "5/3/2026/7, kernel.date.unreadable",
      "5*3*2026, kernel.date.unreadable", "2026-03-05 25:00, kernel.date.time", "12:30, kernel.date.unreadable",
      "مارس, kernel.date.unreadable", "5 Foo 2026, kernel.date.word",
      "16 رمضان 1447هـ الموافق 6 مارس 2026م, kernel.date.disagree", "1447/09/16 - 2026/03/06, kernel.date.disagree",
      "5/3/2026 (6/3/2026), kernel.date.disagree", "(1/1/2026) (2/1/2026) (3/1/2026), kernel.date.unreadable",
      "-, kernel.date.unreadable", "2026-2026-03, kernel.date.month"})
  void whatIsNoDayIsRefusedWithItsReason(String typed, String reason) {
    assertThat(reason(() -> Dates.parse(typed))).isEqualTo(reason);
  }

  @Test
  void theReasonNamesTheLengthOfTheMonth() {
    assertThatThrownBy(() -> Dates.parse("31/02/2026")).hasMessageContaining("28");
    assertThatThrownBy(() -> Dates.parse("30/2/1447")).hasMessageContaining("29");
  }

  @Test
  void everyDayIsReadBackFromEveryWayOfWritingIt() {
    for (var day = LocalDate.of(1924, 8, 1); day.isBefore(LocalDate.of(2077, 11, 17)); day = day.plusDays(17)) {
      var hijri = HijriDate.from(day);
      for (var written : List.of(day.toString(), "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
          hijri.toString(), "%d/%d/%d".formatted(hijri.day(), hijri.month(), hijri.year()),
          "%sهـ الموافق %sم".formatted(hijri, day))) {
        assertThat(Dates.parse(written)).as(written).isEqualTo(day);
      }
    }
  }

  @Test
  @Timeout(30)
  void anyTextIsADayOrRefused() {
    var random = new Random(5);
    var pieces = new String[] {"1", "0", "5", "12", "31", "26", "2026", "1447", "/", "-", ".", " ", "مارس", "رمضان", "هـ", "م",
        "T", ":", "(", ")", "الموافق", "Mar", "AH", "\u200F", "٣", "x", "ذو", "القعدة"};
    for (int i = 0; i < 60_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        var day = Dates.parse(text.toString());
        assertThat(Dates.parse(day.toString())).isEqualTo(day);
      } catch (Unreadable e) {
        assertThat(e.code()).startsWith("kernel.date.");
      }
    }
    for (var piece : pieces) {
      assertThatThrownBy(() -> Dates.parse(piece.repeat(50_000))).isInstanceOf(Unreadable.class);
    }
  }
}
