package dev.beatboard.stage.cast;

import java.util.List;

/// All performers with their bodies.
///
/// @param notes what was chosen unasked, and what is not as asked
public record Cast(List<Actor> actors, List<CastNote> notes) {

    public Cast {
        actors = List.copyOf(actors);
        notes = List.copyOf(notes);
    }
}
