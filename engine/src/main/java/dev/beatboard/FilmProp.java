package dev.beatboard;

import dev.beatboard.shot.SetKind;
import java.util.List;

/// A thing that words can name, and where it is.
///
/// @param noun such as `coffee machine`
/// @param sets that have it by themselves
/// @param brought whether it is brought where a shot names it and the set does not have it
public record FilmProp(String noun, List<SetKind> sets, boolean brought) {

    public FilmProp {
        sets = List.copyOf(sets);
    }
}
