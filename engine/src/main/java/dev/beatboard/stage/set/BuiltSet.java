package dev.beatboard.stage.set;

import java.util.List;

/// A set with what could not be had for it.
///
/// @param missing nouns that were wished and that neither the furniture pack nor a procedural maker has
public record BuiltSet(FilmSet set, List<String> missing) {

    public BuiltSet {
        missing = List.copyOf(missing);
    }
}
