package dev.beatboard.motion.camera;

import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Mark;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Target;
import dev.beatboard.stage.camera.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the camera is asked for by and by: framing and lens last until the next framing, support until changed
/// (keyframe rule 2).
///
/// @param actors who is framed, by place in the cast
/// @param thing the thing that is framed, if it is one
/// @param mark where the lens stands for this framing, if somebody says so
/// @param foreground whose shoulder stands before, by place in the cast, or -1
record Wanted(
        ShotSize size,
        Composition composition,
        List<Integer> actors,
        Optional<String> thing,
        int foreground,
        CameraAngle angle,
        CameraSide side,
        Optional<Double> lens,
        Optional<Double> fNumber,
        boolean dutch,
        CameraSupport support,
        boolean supportSaid,
        Optional<Mark> mark) {

    private static final double DUTCH = StrictMath.toRadians(12);

    Wanted {
        actors = List.copyOf(actors);
    }

    /// What is wanted before anything has been said.
    static Wanted opening(Shot shot, Optional<String> hero) {
        List<Integer> everybody = new ArrayList<>();
        for (int i = 0; i < shot.cast().size(); i++) {
            everybody.add(i);
        }
        Composition c = everybody.isEmpty()
                ? hero.isPresent() ? Composition.INSERT : Composition.PLACE
                : everybody.size() == 1
                        ? Composition.SINGLE
                        : everybody.size() == 2 ? Composition.TWO_SHOT : Composition.GROUP;
        return new Wanted(
                everybody.isEmpty() && hero.isEmpty() ? ShotSize.WIDE : ShotSize.MEDIUM,
                c,
                everybody,
                everybody.isEmpty() ? hero : Optional.empty(),
                -1,
                CameraAngle.EYE_LEVEL,
                CameraSide.FRONT,
                Optional.empty(),
                Optional.empty(),
                false,
                CameraSupport.DOLLY,
                false,
                Optional.empty());
    }

    /// What is wanted after keyframe `k`.
    Wanted after(Shot shot, Keyframe k) {
        CameraDirection c = k.camera();
        boolean turns = c.move().filter(m -> m.kind().turns()).isPresent();
        boolean frames = c.on(Optional.empty()).frames()
                && !(turns && c.size().isEmpty() && c.composition().isEmpty());
        List<Integer> who = new ArrayList<>(actors);
        Optional<String> what = thing;
        Composition comp = composition;
        if (frames && !c.subjects().isEmpty()) {
            who.clear();
            what = Optional.empty();
            for (Target t : c.subjects()) {
                switch (t) {
                    case Target.Person p -> who.add(shot.placeOf(p.name()));
                    case Target.Thing x -> what = Optional.of(x.noun());
                    case Target.Everyone e -> {
                        for (int i = 0; i < shot.cast().size(); i++) {
                            who.add(i);
                        }
                    }
                    case Target.Camera x -> {}
                    case Target.Toward x -> {}
                }
            }
        } else if (frames && c.composition().filter(x -> x == Composition.PLACE).isPresent()) {
            who.clear();
            what = Optional.empty();
        } else if (frames
                && (c.size().isPresent() || c.composition().isPresent())
                && k.cast().size() == 1
                && c.composition().filter(x -> x != Composition.SINGLE).isEmpty()) {
            who.clear();
            who.add(shot.placeOf(k.cast().getFirst().name()));
            what = Optional.empty();
        } else if (frames
                && c.composition()
                        .filter(x -> x == Composition.TWO_SHOT || x == Composition.GROUP)
                        .isPresent()) {
            who.clear();
            what = Optional.empty();
            for (PerformerDirection d : k.cast()) {
                who.add(shot.placeOf(d.name()));
            }
            if (who.size() < 2) {
                who.clear();
                for (int i = 0; i < shot.cast().size(); i++) {
                    who.add(i);
                }
            }
        }
        if (frames) {
            comp = c.composition().orElse(natural(who, what));
            if (comp == Composition.SINGLE && who.size() > 1) {
                comp = natural(who, what);
            }
            if ((comp == Composition.TWO_SHOT || comp == Composition.GROUP) && who.size() == 1) {
                comp = Composition.SINGLE;
            }
        }
        int shoulder = frames ? c.foreground().map(n -> shot.placeOf(n)).orElse(-1) : foreground;
        if (comp == Composition.OVER_SHOULDER && shoulder < 0) {
            shoulder = other(shot, who);
        }
        boolean fresh = frames && (c.size().isPresent() || !c.subjects().isEmpty());
        return new Wanted(
                c.size().orElse(size),
                comp,
                who,
                what,
                shoulder,
                c.angle().orElse(fresh ? CameraAngle.EYE_LEVEL : angle),
                c.side().orElse(across(shot, k, who).orElse(fresh ? CameraSide.FRONT : side)),
                c.lens().isPresent() ? c.lens() : fresh || c.mark().isPresent() ? Optional.empty() : lens,
                c.fNumber().isPresent() ? c.fNumber() : fNumber,
                frames ? c.dutch() : dutch,
                c.support().orElse(support),
                supportSaid || c.support().isPresent(),
                c.mark());
    }

    /// Who walks across the picture is seen from the side.
    private static Optional<CameraSide> across(Shot shot, Keyframe k, List<Integer> who) {
        return k.cast().stream()
                .filter(d -> who.contains(shot.placeOf(d.name())))
                .flatMap(d -> d.actions().stream())
                .filter(a -> a.kind() == ActionKind.WALK || a.kind() == ActionKind.RUN)
                .flatMap(a -> a.target().stream())
                .filter(Target.Toward.class::isInstance)
                .map(Target.Toward.class::cast)
                .filter(t -> !t.own())
                .flatMap(t -> switch (t.direction()) {
                    case LEFT -> Stream.of(CameraSide.PROFILE_LEFT);
                    case RIGHT -> Stream.of(CameraSide.PROFILE_RIGHT);
                    default -> Stream.<CameraSide>empty();
                })
                .findFirst();
    }

    Framing framing() {
        return new Framing(size, angle, side, lens, fNumber, dutch ? DUTCH : 0);
    }

    Wanted loosened() {
        return new Wanted(
                size.ordinal() == 0 ? size : ShotSize.values()[size.ordinal() - 1],
                composition,
                actors,
                thing,
                foreground,
                angle,
                side,
                lens,
                fNumber,
                dutch,
                support,
                supportSaid,
                mark);
    }

    boolean still() {
        return support.rests();
    }

    boolean sameSubject(Wanted o) {
        return actors.equals(o.actors) && thing.equals(o.thing) && composition == o.composition;
    }

    /// Whether going about the subject rather than straight makes sense.
    boolean round() {
        return composition != Composition.PLACE && composition != Composition.POINT_OF_VIEW;
    }

    private static Composition natural(List<Integer> who, Optional<String> what) {
        if (who.isEmpty()) {
            return what.isPresent() ? Composition.INSERT : Composition.PLACE;
        }
        return who.size() == 1 ? Composition.SINGLE : who.size() == 2 ? Composition.TWO_SHOT : Composition.GROUP;
    }

    private static int other(Shot shot, List<Integer> who) {
        for (int i = 0; i < shot.cast().size(); i++) {
            if (!who.contains(i)) {
                return i;
            }
        }
        return -1;
    }
}
