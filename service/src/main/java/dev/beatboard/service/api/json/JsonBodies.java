package dev.beatboard.service.api.json;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.problem.RefusedException;
import dev.beatboard.shot.Nearest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Reads bodies as values; what cannot be read is a refusal with a pointer to the place.
public final class JsonBodies {

    private final JsonMapper mapper;

    public JsonBodies(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /// A value of the type. Names that it does not have are refused.
    ///
    /// @throws RefusedException with where and why
    public <T> T strict(byte[] body, Class<T> type) {
        return read(body, type, true);
    }

    /// A value of the type. Names that it does not have are ignored.
    ///
    /// @throws RefusedException with where and why
    public <T> T lenient(byte[] body, Class<T> type) {
        return read(body, type, false);
    }

    /// Any JSON.
    ///
    /// @throws RefusedException with where and why
    public JsonNode tree(byte[] body) {
        return read(body, JsonNode.class, false);
    }

    private <T> T read(byte[] body, Class<T> type, boolean strict) {
        String text = text(body);
        if (text.isBlank()) {
            throw Refusal.of(Code.MALFORMED_BODY, "The body is empty; a JSON object is needed.")
                    .exception();
        }
        try {
            T value = (strict
                            ? mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            : mapper.readerFor(type))
                    .readValue(text);
            if (value == null) {
                throw Refusal.of(Code.INVALID_REQUEST, "The body is null; a JSON object is needed.")
                        .exception();
            }
            return value;
        } catch (JacksonException e) {
            throw refusal(e).exception();
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(Code.MALFORMED_BODY, "The body is not UTF-8; JSON has to be (RFC 8259).")
                    .exception();
        }
    }

    private static Refusal refusal(JacksonException e) {
        // A refusal that a record's constructor threw comes wrapped.
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof RefusedException refused) {
                return refused.refusal();
            }
        }
        return switch (e) {
            case StreamConstraintsException _ ->
                Refusal.of(
                        Code.MALFORMED_BODY,
                        "The JSON exceeds a bound: nesting " + Json.DEPTH
                                + " deep, numbers of 100 digits, names of 1000 letters, a million values.");
            case UnrecognizedPropertyException u -> unknown(u);
            case InvalidFormatException f -> format(f);
            case MismatchedInputException m
            when m.getPath().isEmpty() && isTrailing(m) ->
                Refusal.of(Code.MALFORMED_BODY, "Something follows after the JSON value" + place(e) + ".");
            case DatabindException d -> mismatch(d);
            case StreamReadException s
            when s.getOriginalMessage().startsWith("Duplicate") ->
                Refusal.of(Code.MALFORMED_BODY, "A name is given twice in one object" + place(e) + ".")
                        .at(pointer(e), "A name is given twice.");
            default -> Refusal.of(Code.MALFORMED_BODY, "The body is not valid JSON" + place(e) + ".");
        };
    }

    private static boolean isTrailing(JacksonException e) {
        return e.getOriginalMessage().startsWith("Trailing token");
    }

    private static Refusal unknown(UnrecognizedPropertyException e) {
        String name = e.getPropertyName();
        List<String> known = e.getKnownPropertyIds() == null
                ? List.of()
                : e.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList();
        Optional<String> nearest = Nearest.to(name, known);
        String message = "There is no field " + Refusal.quoted(name) + " here."
                + nearest.map(n -> " Did you mean " + n + "?").orElse(" There are: " + String.join(", ", known) + ".");
        return Refusal.of(Code.INVALID_REQUEST, message).at(new Fault(pointer(e), message, known, nearest));
    }

    private static Refusal format(InvalidFormatException e) {
        Class<?> type = target(e);
        String found = String.valueOf(e.getValue());
        if (type.isEnum()) {
            List<String> allowed = List.of(type.getEnumConstants()).stream()
                    .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                    .toList();
            return Refusal.unknown(pointer(e), found, allowed);
        }
        String message = Refusal.quoted(found) + " is not " + kind(type) + ".";
        return Refusal.field(pointer(e), message);
    }

    private static Refusal mismatch(DatabindException e) {
        Class<?> type = e instanceof MismatchedInputException m ? target(m) : Object.class;
        String at = pointer(e);
        String message;
        if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
            message = cause.getMessage();
        } else if (e.getOriginalMessage().startsWith("Null value for creator property")) {
            message = "The field " + at.substring(at.lastIndexOf('/') + 1) + " is needed.";
        } else {
            message = (at.isEmpty() ? "The body" : "This") + " has to be " + kind(type) + ".";
        }
        return Refusal.field(at, message);
    }

    private static Class<?> target(MismatchedInputException e) {
        return e.getTargetType() == null ? Object.class : e.getTargetType();
    }

    private static String kind(Class<?> type) {
        if (type == Object.class) {
            return "another value";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number within " + (type == int.class || type == Integer.class ? "32" : "64") + " bits";
        }
        if (type == double.class || type == Double.class || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == java.time.Instant.class) {
            return "a time such as 2026-11-28T12:00:00Z";
        }
        if (type == java.util.UUID.class) {
            return "an identifier (UUID)";
        }
        if (java.util.Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return "an object";
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : Fault.escaped(name));
        }
        return pointer.toString();
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
