package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.kernel.PersonName.skeleton;

import java.util.Arrays;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "محمد Mohammed Muhamad Mohamed Muhammad Mohammad Mohd MOHAMED", "أحمد احمد Ahmed Ahmad",
      "فاطمة فاطمه Fatima Fatma Fatimah Fātima",
      "عبدالله Abdullah Abdallah Abdulla", "خالد Khaled Khalid", "القحطاني قحطاني Al-Qahtani Alqahtani Qahtani Al-Gahtani",
      "يوسف Yousef Yusuf Youssef",
      "حسين Hussein Husain Hussain", "نورة نوره Noura Norah Nora", "عائشة عايشة Aisha Aysha Ayesha",
      "الغامدي غامدي Ghamdi Alghamdi Al-Ghamdi",
      "الشهري شهري Shehri Al-Shehri Alshehri Shahri", "ثامر Thamer Thamir", "ذيب Theeb Dheeb", "ضاري Dhari Dari",
      "ظافر Dhafer Thafer", "علي Ali Aly",
      "عبدالرحمن Abdulrahman Abdelrahman Abdurrahman Abderrahmane Abdul-Rahman", "عبدالعزيز Abdulaziz Abdelaziz Abdul-Aziz",
      "فتحي Fathi Fathy",
      "طه Taha", "أدهم Adham", "إسحاق Ishaq Isaac", "جمال Jamal Gamal Djamal", "العتيبي Alotaibi Al-Otaibi Otaibi Otaiby",
      "شاكر Shaker Chaker",
      "صلاحالدين Salahuddin Salaheddine Salaheldin", "نورالدين Noureddine Nooruddin Nuraldin", "سعود Saud Saoud",
      "الياس Elias Ilyas",
      "إلهام Elham Ilham", "صالح Saleh Salih", "مدحت Medhat Mithat", "مريم Mariam Maryam Meryem", "زينب Zainab Zeinab",
      "وليد Waleed Walid Oualid"})
  void spellingsOfOneNameShareTheirConsonants(String spellings) {
    assertThat(Arrays.stream(spellings.split(" ")).map(PersonName::skeleton).distinct()).as(spellings).hasSize(1);
  }

  @Test
  void aReadingWithZIsAmongTheOthers() {
    assertThat(PersonName.skeletons("ظافر")).startsWith(skeleton("Dhafer")).contains(skeleton("Zafer"));
    assertThat(PersonName.skeletons("رضا")).contains(skeleton("Ridha"), skeleton("Reza"));
    assertThat(PersonName.skeletons("عثمان")).contains(skeleton("Othman"), skeleton("Osman"));
    assertThat(PersonName.skeletons("محمد")).containsExactly(skeleton("Mohammed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"سعد/حسن", "علي/ليلى", "وائل/ليلى", "خالد/محمد", "القحطاني/الغامدي", "فاطمة/نورة", "عبدالله/عبدالرحمن"})
  void differentNamesStayApart(String two) {
    var names = two.split("/");
    assertThat(skeleton(names[0])).isNotEqualTo(skeleton(names[1]));
  }

  @Test
  void mostOfTheWorldsSpellingsOfArabicNamesAgree() {
    var arabic = Pattern.compile("[عحظصضقخذ]");
    int[] counts = new int[6];
    var blocks = new HashMap<String, Integer>();
    for (var line : SharedData.lines("names/wd_arabic_80.tsv")) {
      var fields = line.split("\t");
      var inArabic = fields[1].replace(" ", "");
      var latin = skeleton(fields[0]);
      boolean same = skeleton(inArabic).equals(latin);
      boolean any = PersonName.skeletons(inArabic).contains(latin);
      int weight = Integer.parseInt(fields[2]);
      blocks.merge(skeleton(inArabic), 1, Integer::sum);
      counts[0]++;
      counts[1] += same ? 1 : 0;
      counts[2] += any ? 1 : 0;
      counts[3] += weight;
      counts[4] += same ? weight : 0;
      counts[5] += arabic.matcher(inArabic).find() && !same ? 1 : 0;
    }
    double block = blocks.values().stream().mapToDouble(n -> 1.0 * n * n).sum() / counts[0];
    System.out.printf("skeletons: %d pairs, %.4f agree (%.4f with either reading, %.4f weighted); a name meets %.0f others of %d%n",
        counts[0], 1.0 * counts[1] / counts[0], 1.0 * counts[2] / counts[0], 1.0 * counts[4] / counts[3], block, counts[0]);
    assertThat(1.0 * counts[1] / counts[0]).isGreaterThan(0.86);
    assertThat(block).isLessThan(100);
  }
}
