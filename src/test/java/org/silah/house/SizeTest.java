package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The largest there may be; most are far smaller. Both numbers may only be lowered. */
class SizeTest {

  private static final int LINES = 300;
  private static final int COLLABORATORS = 14;

  @Test
  void noSourceIsLongerThanOneReadsAtOnce() {
    var tooLong = new TreeSet<String>();
    for (var file : Sources.under(Sources.MAIN, ".java")) {
      var lines = Sources.read(file).lines().count();
      if (lines > LINES) {
        tooLong.add(file.getFileName() + " has " + lines + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  /** Records are values and may have as many parts as a form has fields. */
  @Test
  void noClassNeedsACrowd() {
    var crowded = new TreeSet<String>();
    for (var method : Code.methods(Code.units())) {
      var parameters = method.tree().getParameters().size();
      if (method.name().equals("<init>") && method.of() == Tree.Kind.CLASS && parameters > COLLABORATORS) {
        crowded.add(method.owner() + " is made with " + parameters);
      }
    }
    assertThat(crowded).isEmpty();
  }
}
