package dev.beatboard.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A choice that people name by a word of its own, as on a command line.
public interface Labeled {

    /// As people write it, in small letters.
    String label();

    /// The choice of exactly that label.
    static <E extends Labeled> Optional<E> of(E[] choices, String label) {
        return Arrays.stream(choices).filter(c -> c.label().equals(label)).findFirst();
    }

    /// All labels, in their order.
    static List<String> labels(Labeled[] choices) {
        return Arrays.stream(choices).map(Labeled::label).toList();
    }
}
