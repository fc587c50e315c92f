package dev.beatboard.shot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the constants of an enum are called: in a shot file `CLOSE_UP` is `close-up`.
public final class Names {

    private Names() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant in words, for messages: `CLOSE_UP` is "close up".
    public static String words(Enum<?> constant) {
        return of(constant).replace('-', ' ');
    }

    /// All names of a type in the order of its constants.
    public static List<String> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Names::of).toList();
    }

    /// The constant that is called so; capitals, blanks and underscores do not matter.
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        String n = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(n))
                .findFirst();
    }
}
