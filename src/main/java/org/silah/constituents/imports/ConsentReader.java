package org.silah.constituents.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.silah.constituents.Channel;
import org.silah.constituents.Days;
import org.silah.constituents.Topic;
import org.silah.constituents.text.Typed;

/** Reads what a row's client allowed: a column for each channel, and beside them about which topics, on which day and how we know. */
final class ConsentReader {

  /** The channel of each column. */
  static final Map<String, Channel> COLUMNS = columns();

  private static final String ALL = "all";
  private static final Pattern BETWEEN_TOPICS = Pattern.compile("[/,;،؛|+\\n]+");
  private static final int EVIDENCE = 500;

  private ConsentReader() {}

  private static Map<String, Channel> columns() {
    var columns = new LinkedHashMap<String, Channel>();
    for (var channel : Channel.values()) {
      columns.put("consent_" + channel.code(), channel);
    }
    return columns;
  }

  static void read(Line line, LocalDate today, CopyBuffer out) {
    var channels = new ArrayList<String>(0);
    var states = new ArrayList<String>(0);
    COLUMNS.forEach((field, channel) -> {
      var state = line.read(field, text -> ImportWords.read("consent", text));
      if (state != null) {
        channels.add(channel.code());
        states.add(state);
      }
    });
    var topics = line.read("consent_topics", ConsentReader::topics);
    var day = line.read("consent_on", text -> Days.past(text, today));
    var evidence = line.read("consent_evidence", text -> Typed.line(text, EVIDENCE));
    out.texts(channels).texts(states).texts(topics == null ? List.of() : topics).date(day).text(evidence);
  }

  /** None for all of them. */
  private static List<String> topics(String text) {
    var topics = new LinkedHashSet<String>();
    for (var word : BETWEEN_TOPICS.split(text)) {
      if (!word.isBlank()) {
        topics.add(ImportWords.read("topic", word.strip()));
      }
    }
    return topics.contains(ALL) ? Arrays.stream(Topic.values()).map(Topic::code).toList() : List.copyOf(topics);
  }
}
