package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.set.FilmSet;
import java.util.List;
import java.util.Optional;

/// Something that happens to one performer at a time: the score from which the performance is computed. Times are
/// seconds from the start of the clip; negative times are pre-roll.
public sealed interface Cue {

    /// When its main movement starts.
    double start();

    /// Walks along `way` (floor points, the first is where the performer is) and stands at its end.
    ///
    /// @param start when the first step lifts, if it starts from standing
    /// @param speed meters per second
    /// @param style how: plain, sad, proud, sneaking ...
    /// @param end the heading at the end in radians about y, 0 facing +z; empty: as it came
    record Walk(double start, List<Vec3> way, double speed, Style style, Optional<Double> end) implements Cue {

        /// Of the way, meters.
        public double length() {
            return MarkWalk.length(way);
        }
    }

    /// Is at a place at `start` while walking along a way that leads over it.
    record Pass(double start, Vec3 place) implements Cue {}

    /// Turns on the spot to a heading (radians about y, 0 facing +z, positive to the performer's left).
    record Turn(double start, double heading, double duration) implements Cue {}

    /// Sits down on a seat in front of which the performer stands.
    record Sit(double start, FilmSet.Seat seat, double duration) implements Cue {}

    /// Stands up.
    record Stand(double start, double duration) implements Cue {}

    /// Kneels or crouches where the performer stands, and rises again.
    ///
    /// @param duration of getting down
    /// @param until when rising begins, infinity for never
    record Lower(double start, double duration, double until, Posture posture) implements Cue {

        /// How long rising takes, seconds.
        public static final double RISE = 1.2;
    }

    /// A gesture of arms, head or trunk. It is held until `until`, then let go; oscillating gestures go on as long.
    ///
    /// @param toward what is pointed at, reached for and the like: a point or the lens
    /// @param emphasis 1 as a person would, more is larger
    record Gesture(double start, double until, ActionKind kind, Side side, Optional<Focus> toward, double emphasis)
            implements Cue {}

    /// Turns eyes and head to something from `start` on; the stimulus, that is: eyes follow it by a latency unless
    /// `arriveBy` asks that the gaze rests on it then.
    record Gaze(double start, Focus focus, Optional<Double> arriveBy) implements Cue {}

    /// The face changes so that `expression` is fully there at `full`.
    record Face(double start, double full, Expression expression, double strength) implements Cue {}

    /// Talks from `start` to `end`.
    ///
    /// @param line what is said; if empty, plausible mouth shapes of the language are made up
    record Speak(double start, double end, Optional<String> line, boolean laughing) implements Cue {}

    /// How somebody walks.
    enum Style {
        PLAIN,
        SLOW,
        BRISK,
        SAD,
        PROUD,
        OLD,
        SNEAKING,
        ANGRY,
        RUNNING
    }

    /// What eyes rest on.
    sealed interface Focus {

        /// The lens, wherever it is.
        record Lens() implements Focus {}

        /// The eyes of another performer, by place in the cast.
        record Eyes(int actor) implements Focus {}

        /// A point of the world.
        record Point(Vec3 world) implements Focus {}

        /// An offset from straight ahead in the performer's chest frame: radians to the own left and up.
        record Angles(double left, double up) implements Focus {}
    }
}
