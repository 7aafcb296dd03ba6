package org.silah.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Dates;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** What programs write in quotation marks, read by the letter: texts that PostgreSQL can keep, and days of either calendar. */
final class TextsInJson {

  private TextsInJson() {}

  static SimpleModule module() {
    return new SimpleModule()
        .addDeserializer(String.class, new Text())
        .addDeserializer(LocalDate.class, new Day())
        .addDeserializer(Told.class, new Change());
  }

  /** No U+0000, no half of a surrogate pair. */
  private static String text(JsonParser parser, DeserializationContext context, Class<?> wanted) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      context.handleUnexpectedToken(wanted, parser);
    }
    var text = parser.getString();
    if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      context.handleWeirdStringValue(wanted, text, "unfit");
    }
    return text;
  }

  private static final class Text extends StdScalarDeserializer<String> {

    Text() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      return text(parser, context, String.class);
    }
  }

  /** As people type days, so that a program may send on what somebody typed. */
  private static final class Day extends StdScalarDeserializer<LocalDate> {

    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
      return Dates.parse(text(parser, context, LocalDate.class));
    }
  }

  private static final class Change extends StdScalarDeserializer<Told> {

    Change() {
      super(Told.class);
    }

    @Override
    public Told deserialize(JsonParser parser, DeserializationContext context) {
      return new Told(text(parser, context, Told.class));
    }

    @Override
    public Told getNullValue(DeserializationContext context) {
      return new Told(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
