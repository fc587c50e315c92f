package dev.beatboard.service.problem;

import dev.beatboard.shot.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A no, with its reasons.
///
/// @param status of HTTP; the code's unless a dialect documents another
/// @param detail a sentence or two for people
/// @param faults each thing that is wrong, in the order of the request
/// @param retryAfter when the same request may succeed; empty if never
/// @param members more facts for programs, such as both versions in a conflict
public record Refusal(
        Code code,
        int status,
        String detail,
        List<Fault> faults,
        Optional<Duration> retryAfter,
        Map<String, Object> members) {

    public Refusal {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A refusal has a status from 400 to 599, not " + status);
        }
        faults = List.copyOf(faults);
        members = Map.copyOf(members);
    }

    public static Refusal of(Code code, String detail) {
        return new Refusal(code, code.status(), detail, List.of(), Optional.empty(), Map.of());
    }

    /// A field that is wrong, with status 400.
    public static Refusal field(String pointer, String message) {
        return of(Code.INVALID_REQUEST, message).at(pointer, message);
    }

    /// A field whose value is none of those possible.
    public static Refusal unknown(String pointer, String found, List<String> allowed) {
        Optional<String> nearest = Nearest.to(found, allowed);
        String message = quoted(found) + " is not one of " + String.join(", ", allowed) + "."
                + nearest.map(n -> " Did you mean " + n + "?").orElse("");
        return of(Code.INVALID_REQUEST, message).at(new Fault(pointer, message, allowed, nearest));
    }

    /// A client's text, short and without control characters, to be repeated to it.
    public static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return "\"" + (plain.length() > 60 ? plain.substring(0, 60) + "..." : plain) + "\"";
    }

    public Refusal at(String pointer, String message) {
        return at(new Fault(pointer, message));
    }

    public Refusal at(Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        return new Refusal(code, status, detail, more, retryAfter, members);
    }

    public Refusal withStatus(int other) {
        return new Refusal(code, other, detail, faults, retryAfter, members);
    }

    public Refusal retryAfter(Duration time) {
        return new Refusal(code, status, detail, faults, Optional.of(time), members);
    }

    /// With one more fact for programs.
    public Refusal with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Refusal(code, status, detail, faults, retryAfter, more);
    }

    /// To be thrown.
    public RefusedException exception() {
        return new RefusedException(this);
    }
}
