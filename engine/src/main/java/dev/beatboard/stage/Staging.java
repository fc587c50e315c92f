package dev.beatboard.stage;

import dev.beatboard.shot.Shot;
import dev.beatboard.stage.cast.Cast;
import dev.beatboard.stage.cast.CastNote;
import dev.beatboard.stage.cast.Casting;
import dev.beatboard.stage.set.BuiltSet;
import java.util.ArrayList;
import java.util.List;

/// Builds the set and casts the performers of a shot, then blocks them as often as needed: where "left" is depends on
/// the camera, and the camera on who is where.
public final class Staging {

    private final Shot shot;
    private final BuiltSet built;
    private final Cast cast;

    private Staging(Shot shot, BuiltSet built, Cast cast) {
        this.shot = shot;
        this.built = built;
        this.cast = cast;
    }

    /// @param stock of whom it is cast and of what it is built
    public static Staging of(Shot shot, Stock stock) {
        BuiltSet built = stock.set(shot.set(), Requirements.of(shot));
        Cast cast = shot.cast().isEmpty()
                ? new Cast(List.of(), List.of())
                : Casting.castAll(shot.cast(), shot.seed(), stock.troupe());
        return new Staging(shot, built, cast);
    }

    /// The stage as blocked for a camera that has the picture's right where `axes` says.
    public Stage blocked(PictureAxes axes) {
        Blocking.Plan plan = Blocking.plan(shot, built.set(), axes);
        List<Note> notes = new ArrayList<>(plan.notes());
        for (String noun : built.missing()) {
            notes.add(new Note(-1, "set", "without " + noun, "nobody here has a " + noun, true));
        }
        for (CastNote n : cast.notes()) {
            notes.add(new Note(
                    -1,
                    shot.cast().get(n.performer()).name() + "." + n.slot(),
                    n.value(),
                    n.reason(),
                    n.substituted()));
        }
        return new Stage(shot, built.set(), cast.actors(), plan.scores(), notes);
    }
}
