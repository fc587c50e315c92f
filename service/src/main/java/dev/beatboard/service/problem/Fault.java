package dev.beatboard.service.problem;

import java.util.List;
import java.util.Optional;

/// One thing that is wrong with a request.
///
/// @param pointer where, as a JSON pointer (RFC 6901) into the body, or the name of a parameter
/// @param message what was found and what would do
/// @param allowed the values that are possible, if they can be listed
/// @param nearest what was probably meant
public record Fault(String pointer, String message, List<String> allowed, Optional<String> nearest) {

    public Fault {
        allowed = List.copyOf(allowed);
    }

    public Fault(String pointer, String message) {
        this(pointer, message, List.of(), Optional.empty());
    }

    /// One name of a path in a pointer.
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
