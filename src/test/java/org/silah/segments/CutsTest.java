package org.silah.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CutsTest {

  private static final Cuts USUAL = Cuts.ofShares(List.of(100, 400, 1500, 7000, 1000));

  @Test
  void theUsualSharesAreCutAtOneFiveTwentyAndNinetyPercent() {
    assertThat(USUAL.cumulative()).containsExactly(100, 500, 2000, 9000, 10000);
    assertThat(Stream.of(ValueClass.values()).map(USUAL::share)).containsExactly(100, 400, 1500, 7000, 1000);
    assertThat(USUAL.boundaries(5_000)).containsExactly(50L, 250L, 1000L, 4500L, 5000L);
    assertThat(USUAL.boundaries(101)).containsExactly(2L, 6L, 21L, 91L, 101L);
  }

  @Test
  void everyDonorStandsInExactlyOneClassWhateverTheirNumberAndTheCuts() {
    var random = new Random(20261122);
    Stream.concat(Stream.of(USUAL), Stream.generate(() -> randomCuts(random)).limit(60)).forEach(cuts -> {
      for (int donors = 0; donors <= 2_000; donors++) {
        assertPartition(cuts, donors);
      }
    });
  }

  @Test
  void aBoundaryIsExactWhereFloatingPointWouldErr() {
    assertPartition(USUAL, 9_007_199_254_741L);
    assertPartition(Cuts.ofShares(List.of(1, 1, 1, 1, 9_996)), 900_000_000_000_001L);
  }

  @Test
  void thereIsATopDonorAsSoonAsThereIsADonor() {
    assertThat(USUAL.boundaries(0)).containsExactly(0L, 0L, 0L, 0L, 0L);
    assertThat(USUAL.boundaries(1)).containsExactly(1L, 1L, 1L, 1L, 1L);
    assertThat(USUAL.boundaries(2)).containsExactly(1L, 1L, 1L, 2L, 2L);
  }

  @Test
  void aClassWithoutAShareIsRefused() {
    assertThatThrownBy(() -> Cuts.ofShares(List.of(0, 500, 1500, 7000, 1000))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cuts.ofShares(List.of(100, 400, 1500, 7000, 999))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cuts.ofShares(List.of(100, 400, 1500, 8000))).isInstanceOf(IllegalArgumentException.class);
  }

  /** Each boundary is the smallest whole number of donors that is no less than the share. */
  private static void assertPartition(Cuts cuts, long donors) {
    var boundaries = cuts.boundaries(donors);
    long before = 0;
    for (int i = 0; i < boundaries.size(); i++) {
      long last = boundaries.get(i);
      var share = BigInteger.valueOf(donors).multiply(BigInteger.valueOf(cuts.cumulative().get(i)));
      assertThat(last).isGreaterThanOrEqualTo(before);
      assertThat(BigInteger.valueOf(last).multiply(BigInteger.valueOf(Cuts.ALL))).isGreaterThanOrEqualTo(share);
      assertThat(BigInteger.valueOf(last - 1).multiply(BigInteger.valueOf(Cuts.ALL))).isLessThan(share.max(BigInteger.ZERO).add(donors == 0 ? BigInteger.ONE : BigInteger.ZERO));
      before = last;
    }
    assertThat(before).isEqualTo(donors);
  }

  private static Cuts randomCuts(Random random) {
    var cuts = random.ints(1, Cuts.ALL).distinct().limit(4).sorted();
    return new Cuts(IntStream.concat(cuts, IntStream.of(Cuts.ALL)).boxed().toList());
  }
}
