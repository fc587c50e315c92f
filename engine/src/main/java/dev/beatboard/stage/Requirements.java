package dev.beatboard.stage;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Target;
import dev.beatboard.stage.set.SetWish;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a shot needs of its set: room to walk, seats, the things it names.
final class Requirements {

    /// How far a leading camera is before a walking subject, and behind it the place ends, meters.
    private static final double LEAD = 6;
    /// Free way for a walk to some place of the set, meters.
    private static final double SHORT_WALK = 5;

    private Requirements() {}

    static SetWish of(Shot shot) {
        Set<String> things = new LinkedHashSet<>();
        int seats = 0;
        double walk = 0;
        for (int i = 0; i < shot.cast().size(); i++) {
            String name = shot.cast().get(i).name();
            seats += sits(shot, name) ? 1 : 0;
            walk = Math.max(walk, walk(shot, name));
        }
        for (Keyframe k : shot.keyframes()) {
            k.camera().subjects().forEach(t -> thing(t, things));
            for (PerformerDirection d : k.cast()) {
                d.gaze().ifPresent(t -> thing(t, things));
                d.place().ifPresent(p -> thing(p.target(), things));
                d.actions().forEach(a -> a.target().ifPresent(t -> thing(t, things)));
            }
        }
        Optional<String> hero = shot.cast().isEmpty()
                ? shot.keyframes().stream()
                        .filter(k ->
                                k.camera().move().filter(m -> m.kind().turns()).isEmpty())
                        .flatMap(k -> k.camera().subjects().stream())
                        .filter(Target.Thing.class::isInstance)
                        .map(t -> ((Target.Thing) t).noun())
                        .findFirst()
                : Optional.empty();
        return new SetWish(walk, seats, shot.cast().size(), List.copyOf(things), hero, shot.seed());
    }

    private static void thing(Target t, Set<String> into) {
        if (t instanceof Target.Thing x) {
            into.add(x.noun());
        }
    }

    private static boolean sits(Shot shot, String name) {
        return directions(shot, name)
                .anyMatch(d -> d.posture().filter(p -> p == Posture.SITTING).isPresent()
                        || d.place()
                                .filter(p -> p.target() instanceof Target.Thing)
                                .isPresent()
                        || d.actions().stream().anyMatch(a -> a.kind() == ActionKind.SIT_DOWN));
    }

    private static double walk(Shot shot, String name) {
        double longest = 0;
        for (int k = 0; k < shot.keyframes().size(); k++) {
            for (PerformerDirection d : shot.keyframes().get(k).cast()) {
                if (!d.name().equals(name)) {
                    continue;
                }
                for (Action a : d.actions()) {
                    boolean open =
                            a.target().map(t -> !(t instanceof Target.Thing)).orElse(true);
                    switch (a.kind()) {
                        case WALK, RUN -> {
                            if (open) {
                                double seconds = until(shot, k, name) + (k == 0 ? Timing.PRE_ROLL : 0);
                                longest = Math.max(longest, seconds * Timing.walkingSpeed(a.pace(), a.kind()) + LEAD);
                            } else {
                                longest = Math.max(longest, SHORT_WALK);
                            }
                        }
                        case APPROACH, ENTER, EXIT -> longest = Math.max(longest, SHORT_WALK);
                        default -> {}
                    }
                }
            }
        }
        return longest;
    }

    /// How long a walk that begins at keyframe `k` may last.
    private static double until(Shot shot, int k, String name) {
        double from = shot.frameOf(k) * shot.rate().frameSeconds();
        for (int j = k + 1; j < shot.keyframes().size(); j++) {
            List<PerformerDirection> of = shot.keyframes().get(j).cast().stream()
                    .filter(d -> d.name().equals(name))
                    .toList();
            boolean ends = of.stream()
                    .anyMatch(d -> d.posture().isPresent()
                            || d.actions().stream()
                                    .anyMatch(a -> a.kind() == ActionKind.STOP
                                            || a.kind() == ActionKind.SIT_DOWN
                                            || a.kind() == ActionKind.TURN
                                            || a.kind() == ActionKind.WAIT));
            if (ends) {
                return shot.frameOf(j) * shot.rate().frameSeconds() - from;
            }
        }
        return shot.duration().toSeconds() - from;
    }

    private static java.util.stream.Stream<PerformerDirection> directions(Shot shot, String name) {
        return shot.keyframes().stream()
                .flatMap(k -> k.cast().stream())
                .filter(d -> d.name().equals(name));
    }
}
