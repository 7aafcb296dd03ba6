package org.silah.insight;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Nothing of it: figures are counted. */
@Component
class FiguresInCopy implements Copied {

  @Override
  public List<CopiedTable> tables() {
    return List.of();
  }

  @Override
  public Map<String, String> derived() {
    return Map.of(
        "insight.member", "the next count",
        "insight.figure", "the next count",
        "insight.count_run", "the next count");
  }
}
