package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {

  @Test
  void piecesCombineWithTheirValuesInOrder() {
    var gave = Sql.of("total >= ?", 100);
    var lapsed = Sql.of("last < ? or last = ?", "2025-01-01", null);
    var both = Sql.join(" and ", List.of(gave, lapsed)).within("select id from donor where %s").append("order by name").limit(5);
    assertThat(both.text()).isEqualTo("select id from donor where (total >= ? and last < ? or last = ?) order by name limit 5");
    assertThat(both.values()).containsExactly(100, "2025-01-01", null);
  }

  @Test
  void aValueIsNeverPartOfTheStatement() {
    var sql = Sql.of("name = ?", "'; drop table gift; --").within("select 1 where %s and note like 'a%'");
    assertThat(sql.text()).isEqualTo("select 1 where name = ? and note like 'a%'");
  }

  @Test
  void aFrameHasOnePlace() {
    assertThatThrownBy(() -> Sql.of("x").within("no place")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sql.of("x").within("%s and %s")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sql.join(" and ", List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPieceDoesNotChangeAfterwards() {
    var values = new Object[] {1, 2};
    var sql = Sql.of("? ?", values);
    values[0] = 9;
    sql.append("?", 3);
    assertThat(sql.values()).containsExactly(1, 2);
    assertThatThrownBy(() -> sql.values().add(3)).isInstanceOf(UnsupportedOperationException.class);
  }
}
