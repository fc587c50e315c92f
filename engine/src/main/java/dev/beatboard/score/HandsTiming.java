package dev.beatboard.score;

import dev.beatboard.file.Report.Fact;
import dev.beatboard.file.Report.Status;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Side;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a gesture's hand is seen to start when it is told (keyframe rule 4).
final class HandsTiming {

    /// An action is to be seen within this many frames, and its anticipation not much before.
    private static final int WITHIN = 3;
    /// Of a group some react as much later, frames at 24 a second.
    private static final int GROUP = 10;

    private HandsTiming() {}

    /// Whether an action begins with a hand that leaves its place.
    static boolean tells(ActionKind kind) {
        return switch (kind) {
            case RAISE_HAND,
                    WAVE,
                    POINT,
                    FOLD_ARMS,
                    HANDS_ON_HIPS,
                    OPEN_PALMS,
                    STOP_SIGN,
                    THUMBS_UP,
                    CHEER,
                    CLAP,
                    HAND_ON_HEART,
                    STROKE_CHIN,
                    FACEPALM,
                    CHECK_WATCH,
                    PHONE_TO_EAR -> true;
            default -> false;
        };
    }

    /// Whether the hand that acts comes into the picture (keyframe rule 13).
    static boolean seen(Action a, Observation.Person p) {
        Side side = a.side().orElse(Side.BOTH);
        return side == Side.BOTH ? !p.handsSeen().isEmpty() : p.handsSeen().contains(side);
    }

    /// @param group whether many are told the same, who do not move as one
    static Optional<Fact> judge(Action a, Observation.Person p, boolean group) {
        Optional<Integer> left = p.onsets().leftHand();
        Optional<Integer> right = p.onsets().rightHand();
        Side side = a.side().orElse(Side.BOTH);
        Optional<Integer> first = switch (side) {
            case LEFT -> left;
            case RIGHT -> right;
            default -> Stream.of(left, right).flatMap(Optional::stream).min(Integer::compare);
        };
        return first.map(d -> new Fact(
                        p.name() + ".action." + Names.of(a.kind()) + ".start",
                        "seen within " + WITHIN + " frames",
                        String.format(Locale.ROOT, "the hand is seen to move at frame %+d", d),
                        d >= -WITHIN && d <= WITHIN + (group ? GROUP : 0) ? Status.BEGINS : Status.MISSED)
                .inPart());
    }
}
