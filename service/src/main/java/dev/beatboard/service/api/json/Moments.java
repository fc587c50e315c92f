package dev.beatboard.service.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Times from outside: RFC 3339, in the years 1 to 9999. Java knows others, which neither the
/// database nor any client holds.
public final class Moments {

    private static final int YEARS = 9999;

    private Moments() {}

    /// @throws DateTimeException if it is none
    public static Instant parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 1 || time.getYear() > YEARS) {
            throw new DateTimeException("The year " + time.getYear() + " is not within 1 to " + YEARS);
        }
        return time.toInstant();
    }

    /// For a mapper: numbers are no times.
    static SimpleModule module() {
        return new SimpleModule("moments").addDeserializer(Instant.class, new Deserializer());
    }

    private static final class Deserializer extends StdScalarDeserializer<Instant> {

        Deserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getString();
            try {
                return parse(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "%s", e.getMessage());
            }
        }
    }
}
