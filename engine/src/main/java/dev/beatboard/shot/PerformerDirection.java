package dev.beatboard.shot;

import java.util.List;
import java.util.Optional;

/// What a keyframe says about one performer; whatever is empty goes on as before.
///
/// @param name of a performer of the cast
/// @param posture a state that is fully true at the keyframe
/// @param place where the performer is at the keyframe
/// @param gaze where the performer looks at the keyframe, as a state
/// @param expression a state that is fully true at the keyframe
/// @param mark where the performer stands or sits at the keyframe; it wins over the place
/// @param actions what begins at the keyframe, in order
public record PerformerDirection(
        String name,
        Optional<Posture> posture,
        Optional<Place> place,
        Optional<Target> gaze,
        Optional<Expression> expression,
        Optional<Mark> mark,
        List<Action> actions) {

    public PerformerDirection {
        actions = List.copyOf(actions);
    }

    /// One that leaves the exact place open.
    public PerformerDirection(
            String name,
            Optional<Posture> posture,
            Optional<Place> place,
            Optional<Target> gaze,
            Optional<Expression> expression,
            List<Action> actions) {
        this(name, posture, place, gaze, expression, Optional.empty(), actions);
    }

    /// The same with another mark.
    public PerformerDirection on(Optional<Mark> other) {
        return new PerformerDirection(name, posture, place, gaze, expression, other, actions);
    }

    /// Where somebody is: at or beside a thing or a person, or in a part of the picture.
    ///
    /// @param relation how the performer stands to the target
    public record Place(Relation relation, Target target) {}

    /// A spatial relation.
    public enum Relation {
        AT,
        ON,
        BESIDE,
        LEFT_OF,
        RIGHT_OF,
        IN_FRONT_OF,
        BEHIND,
        FACING,
        IN
    }
}
