package dev.beatboard;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Target;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Shots that ask for something else than what was played, so that a judge has to object.
final class Faults {

    private Faults() {}

    static Shot handsSwapped(Shot shot) {
        return performers(
                shot,
                p -> with(p, p.gaze(), p.expression(), a -> change(a, a.side().map(Faults::other), a.target())));
    }

    static Shot gazesSwapped(Shot shot) {
        return performers(
                shot,
                p -> with(
                        p,
                        p.gaze().map(Faults::other),
                        p.expression(),
                        a -> change(a, a.side(), a.target().map(Faults::other))));
    }

    static Shot otherExpressions(Shot shot) {
        return performers(
                shot,
                p -> with(
                        p,
                        p.gaze(),
                        p.expression().map(e -> e == Expression.ANGRY ? Expression.SURPRISED : Expression.ANGRY),
                        a -> a));
    }

    static Shot later(Shot shot, int frames) {
        return keyframes(
                shot,
                k -> new Keyframe(
                        shot.rate().timeOf(Math.clamp(shot.rate().frameAt(k.at()) + frames, 0, shot.frames() - 1)),
                        k.prompt(),
                        k.camera(),
                        k.cast(),
                        k.light(),
                        k.set(),
                        k.image(),
                        k.anchor(),
                        k.ease()));
    }

    private static Side other(Side s) {
        return switch (s) {
            case LEFT -> Side.RIGHT;
            case RIGHT -> Side.LEFT;
            default -> s;
        };
    }

    private static Target other(Target t) {
        return t instanceof Target.Toward w
                ? new Target.Toward(
                        switch (w.direction()) {
                            case LEFT -> Direction.RIGHT;
                            case RIGHT -> Direction.LEFT;
                            default -> w.direction();
                        },
                        w.own())
                : t;
    }

    private static Action change(Action a, Optional<Side> side, Optional<Target> target) {
        return new Action(a.kind(), side, target, a.pace(), a.anchor(), a.line(), a.starting(), a.then());
    }

    private static PerformerDirection with(
            PerformerDirection p,
            Optional<Target> gaze,
            Optional<Expression> expression,
            UnaryOperator<Action> action) {
        return new PerformerDirection(
                p.name(),
                p.posture(),
                p.place(),
                gaze,
                expression,
                p.actions().stream().map(action).toList());
    }

    private static Shot performers(Shot shot, UnaryOperator<PerformerDirection> change) {
        return keyframes(
                shot,
                k -> new Keyframe(
                        k.at(),
                        k.prompt(),
                        k.camera(),
                        k.cast().stream().map(change).toList(),
                        k.light(),
                        k.set(),
                        k.image(),
                        k.anchor(),
                        k.ease()));
    }

    private static Shot keyframes(Shot shot, UnaryOperator<Keyframe> change) {
        return new Shot(
                shot.title(),
                shot.duration(),
                shot.rate(),
                shot.width(),
                shot.height(),
                shot.seed(),
                shot.set(),
                shot.cast(),
                shot.keyframes().stream().map(change).toList());
    }
}
