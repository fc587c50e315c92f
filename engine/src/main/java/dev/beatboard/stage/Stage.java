package dev.beatboard.stage;

import dev.beatboard.shot.Shot;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import java.util.List;

/// A shot as it stands on the stage: the set, the people in it, and what each of them does.
///
/// @param actors in the order of the cast
/// @param scores likewise
/// @param notes what was decided unasked or could not be done
public record Stage(Shot shot, FilmSet set, List<Actor> actors, List<Score> scores, List<Note> notes) {

    public Stage {
        actors = List.copyOf(actors);
        scores = List.copyOf(scores);
        notes = List.copyOf(notes);
    }
}
