package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.FrontDoor.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.silah.constituents.imports.Clerk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The gifts that one charity exports another imports, in either language, and nothing is lost on the way. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Scene.class, Clerk.class})
class OwnGiftExportTest {

  private static final int GIVEN_ON = 0;
  private static final int FILE_NUMBER = 2;
  private static final int NUMBER = 11;

  @Autowired FrontDoor door;
  @Autowired Scene scene;
  @Autowired Clerk clerk;

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void everyPurposeAndChannelIsReadBack(String language) throws IOException {
    var first = clerk.bring("gifts", list(language), Map.of());
    assertThat(clerk.count(first, "failed")).isZero();
    var told = export(language, "received");
    var rows = rows(told);
    assertThat(rows).hasSize(1 + Purpose.values().length * GiftChannel.values().length + 2);
    clerk.undo(first);
    assertThat(rows(export(language, "received"))).hasSize(1);
    var reversed = clerk.preview("gifts", export(language, "reversed"), Map.of());
    assertThat(clerk.problems(reversed)).isNotEmpty().containsOnly("giving.import.reversed");

    var second = clerk.bring("gifts", told, Map.of("purpose", "waqf", "channel", "sms"));
    assertThat(clerk.problems(second)).isEmpty();
    assertThat(values(rows(export(language, "received")))).containsExactlyInAnyOrderElementsOf(values(rows));
    clerk.undo(second);
  }

  private static String list(String language) {
    var list = new StringBuilder("الاسم;المبلغ;العملة;تاريخ التبرع;الغرض;المشروع;طريقة الدفع\n");
    int day = 1;
    for (var purpose : Purpose.values()) {
      for (var channel : GiftChannel.values()) {
        list.append("متبرع ").append(language).append(' ').append(day % 7).append(";").append(day).append(".50;;2024-01-")
            .append("%02d".formatted(1 + day++ % 28)).append(';').append(purpose.code()).append(';')
            .append(purpose == Purpose.PROJECT ? "بئر نور الهدى" : purpose == Purpose.KAFALA ? "كفالة يتيم" : "").append(';').append(channel.code()).append('\n');
      }
    }
    return list.append("متبرعة ").append(language).append(" كويتية;12.750;د.ك;2025-01-02;زكاة;=1+1;نقد\n")
        .append("متبرعة ").append(language).append(" كويتية;12.750;د.ك;2025-01-03;زكاة;''=1+1;نقد\n").toString();
  }

  private String export(String language, String standing) {
    return door.export(Role.DONOR_RELATIONS, language, "/gifts/export?standing=" + standing);
  }

  /** All but the numbers, which every base gives anew. */
  private static List<List<String>> values(List<List<String>> rows) {
    return rows.stream().map(row -> {
      var values = new ArrayList<>(row.subList(GIVEN_ON, NUMBER));
      values.remove(FILE_NUMBER);
      return List.copyOf(values);
    }).toList();
  }
}
