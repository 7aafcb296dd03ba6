package org.silah.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.silah.kernel.Command;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** How well duplicates and spellings are found in the data that lie beside the project, through the commands that anybody may use on their own. */
record QualityBench() implements Measurement {

  private static final double TARGET_F1 = 0.97;
  private static final double TARGET_RECALL = 0.90;
  private static final double TARGET_FALSE = 0.01;
  private static final Path DATA = Path.of("../shared/data");

  @Override
  public Result run() throws Exception {
    if (!Files.isDirectory(DATA)) {
      throw new IOException("the lists to measure with are not at " + DATA);
    }
    try (var house = new House(); var program = house.program(false, "--silah.workers=false")) {
      var result = Result.of("duplicates-quality");
      boolean met = true;
      for (var list : List.of("dataset1", "dataset2")) {
        var score = score(program, DATA.resolve("people/" + list + ".csv"));
        met &= ((Number) score.get("f1")).doubleValue() >= TARGET_F1;
        result = result.with("febrl_" + list.substring(7), figures(score));
      }
      var pairs = Files.readAllLines(DATA.resolve("names/wd_arabic_80.tsv")).stream().map(line -> line.split("\t")).map(pair -> new Names(pair[0], pair[1].replace(" ", ""))).toList();
      var random = new Random(1);
      double recall = same(program, pairs);
      var others = pairs.stream().map(pair -> new Names(pair.latin, pairs.get(random.nextInt(pairs.size())).arabic)).toList();
      double wrong = same(program, others);
      met &= recall >= TARGET_RECALL && wrong <= TARGET_FALSE;
      return result.with("names_recall", recall).with("names_false", String.format(java.util.Locale.ROOT, "%.5f", wrong)).with("met", met);
    }
  }

  private record Names(String latin, String arabic) {}

  private static Result figures(Map<?, ?> score) {
    return new Result(new java.util.LinkedHashMap<>(Map.of("pairs", score.get("pairs")))).with("precision", four(score.get("precision"))).with("recall", four(score.get("recall")))
        .with("f1", four(score.get("f1")));
  }

  private static String four(Object figure) {
    return String.format(java.util.Locale.ROOT, "%.4f", ((Number) figure).doubleValue());
  }

  private static Map<?, ?> score(ApplicationContext program, Path list) {
    var said = run(program, "duplicates", InputStream.nullInputStream(), "score", list.toString(), "--truth", "rec_id");
    return new JsonMapper().readValue(said.lines().toList().getLast(), Map.class);
  }

  private static double same(ApplicationContext program, List<Names> pairs) {
    var lines = new StringBuilder();
    pairs.forEach(pair -> lines.append(pair.latin).append('\t').append(pair.arabic).append('\n'));
    var said = run(program, "names", new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)), "match");
    return (double) said.lines().filter(line -> line.endsWith("\tsame")).count() / pairs.size();
  }

  private static String run(ApplicationContext program, String name, InputStream in, String... words) {
    var command = program.getBeansOfType(Command.class).values().stream().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = command.run(List.of(words), in, out, out);
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code + ":\n" + said.toString(StandardCharsets.UTF_8));
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
