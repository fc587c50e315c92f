package dev.beatboard.direction;

import dev.beatboard.shot.NamedColor;
import java.util.List;
import java.util.stream.Stream;

/// The names of things and colors that words and fields of a shot may use, each once, in the order of
/// the tables: for whoever lets people choose.
public final class Vocabulary {

    private Vocabulary() {}

    /// Things of a set that can be acted with, looked at or framed, such as `coffee machine`.
    public static List<String> things() {
        return rows(Slot.THING).map(Lexicon.Row::value).distinct().toList();
    }

    /// Colors of garments, as they are called mostly.
    public static List<NamedColor> colors() {
        return rows(Slot.COLOR)
                .map(r -> new NamedColor(r.phrases().getFirst(), Integer.parseInt(r.value(), 16)))
                .toList();
    }

    /// Colors of hair.
    public static List<NamedColor> hairColors() {
        return rows(Slot.HAIR_COLOR)
                .map(r -> r.value().split(":", 2))
                .map(v -> new NamedColor(v[0], Integer.parseInt(v[1], 16)))
                .toList();
    }

    private static Stream<Lexicon.Row> rows(Slot slot) {
        return Lexicon.standard().rows().stream().filter(r -> r.slot() == slot);
    }
}
