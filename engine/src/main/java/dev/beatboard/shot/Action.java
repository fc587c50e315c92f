package dev.beatboard.shot;

import java.util.Optional;

/// Something a performer does from a keyframe on.
///
/// @param side which hand or which way, of the body; empty: the action's usual one
/// @param target toward whom or what
/// @param line what is said, for talking; empty if the words are not given
/// @param starting whether words such as "starts to" forbid that it is under way at frame 0
/// @param then whether it waits for the one before it on the same keyframe to end
public record Action(
        ActionKind kind,
        Optional<Side> side,
        Optional<Target> target,
        Pace pace,
        Anchor anchor,
        Optional<String> line,
        boolean starting,
        boolean then) {

    public static Action of(ActionKind kind) {
        return new Action(
                kind, Optional.empty(), Optional.empty(), Pace.NATURAL, Anchor.START, Optional.empty(), false, false);
    }

    public Action toward(Target other) {
        return new Action(kind, side, Optional.of(other), pace, anchor, line, starting, then);
    }

    public Action with(Side other) {
        return new Action(kind, Optional.of(other), target, pace, anchor, line, starting, then);
    }

    public Action at(Pace other) {
        return new Action(kind, side, target, other, anchor, line, starting, then);
    }
}
