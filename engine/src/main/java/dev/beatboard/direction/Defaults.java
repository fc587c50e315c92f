package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Decision;
import dev.beatboard.direction.Understanding.Suggestion;
import dev.beatboard.direction.Understanding.Warning;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Chooses what the words leave open for the clip as a whole, lists it as decided unasked, and warns where a clear
/// direction would have named it.
final class Defaults {

    private final List<Decision> decisions;
    private final List<Warning> warnings;

    Defaults(List<Decision> decisions, List<Warning> warnings) {
        this.decisions = decisions;
        this.warnings = warnings;
    }

    Understanding.Checks checks(Keyframe k, boolean lit) {
        CameraDirection c = k.camera();
        boolean camera = c.frames() || c.move().isPresent() || c.support().isPresent();
        boolean subject = !k.cast().isEmpty() || !c.subjects().isEmpty();
        boolean action = c.move().isPresent()
                || k.cast().stream()
                        .anyMatch(d -> !d.actions().isEmpty()
                                || d.posture().isPresent()
                                || d.expression().isPresent()
                                || d.gaze().isPresent());
        return new Understanding.Checks(camera, subject, lit, action);
    }

    SetKind set(List<Keyframe> keyframes) {
        SetKind set = keyframes.stream()
                .flatMap(k -> k.cast().stream())
                .flatMap(d -> d.place().stream())
                .flatMap(p -> home(p.target()).stream())
                .findFirst()
                .or(() -> keyframes.stream()
                        .flatMap(k -> k.light().lighting().stream())
                        .filter(l -> l == Lighting.STREET_NIGHT)
                        .map(l -> SetKind.STREET_NIGHT)
                        .findFirst())
                .orElse(SetKind.STUDIO);
        decisions.add(new Decision(
                -1,
                "set",
                Names.words(set),
                "no place is named",
                List.of("office corridor", "living room", "cafe", "street by day")));
        warnings.add(new Warning(
                "no-set",
                0,
                -1,
                -1,
                "No place is named: it is filmed in the " + Names.words(set),
                List.of(
                        new Suggestion("office corridor", ", office corridor"),
                        new Suggestion("living room", ", living room"))));
        return set;
    }

    /// Where a thing that somebody is at usually stands.
    private static Optional<SetKind> home(Target target) {
        return Optional.ofNullable(
                switch (target instanceof Target.Thing t ? t.noun() : "") {
                    case "desk" -> SetKind.OFFICE;
                    case "sofa", "armchair", "fireplace" -> SetKind.LIVING_ROOM;
                    case "bed" -> SetKind.BEDROOM;
                    case "stove", "sink", "fridge" -> SetKind.KITCHEN;
                    case "street lamp" -> SetKind.STREET_NIGHT;
                    default -> null;
                });
    }

    List<Keyframe> fill(List<Keyframe> keyframes, SetKind set, List<Performer> cast) {
        if (keyframes.isEmpty()) {
            return keyframes;
        }
        List<Keyframe> out = new ArrayList<>(keyframes);
        Keyframe first = out.getFirst();
        out.set(
                0,
                new Keyframe(
                        first.at(),
                        first.prompt(),
                        camera(first.camera(), cast),
                        first.cast(),
                        light(keyframes, set),
                        first.set(),
                        first.image(),
                        first.anchor(),
                        first.ease()));
        acting(keyframes, cast);
        return out;
    }

    private CameraDirection camera(CameraDirection c, List<Performer> cast) {
        Optional<ShotSize> size = c.size();
        Optional<Composition> composition = c.composition();
        if (size.isEmpty()) {
            ShotSize chosen = composition
                    .map(x -> switch (x) {
                        case TWO_SHOT -> ShotSize.MEDIUM;
                        case GROUP, PLACE -> ShotSize.WIDE;
                        case OVER_SHOULDER -> ShotSize.MEDIUM_CLOSE_UP;
                        case INSERT -> ShotSize.CLOSE_UP;
                        case SINGLE, POINT_OF_VIEW -> ShotSize.MEDIUM;
                    })
                    .orElse(
                            cast.size() > 2 || cast.isEmpty() && c.subjects().isEmpty()
                                    ? ShotSize.WIDE
                                    : ShotSize.MEDIUM);
            size = Optional.of(chosen);
            decisions.add(new Decision(
                    0,
                    "camera.size",
                    Names.words(chosen),
                    "no shot size is named",
                    List.of("wide", "full", "medium", "close-up")));
            if (composition.isEmpty()) {
                warnings.add(new Warning(
                        "no-shot-size",
                        0,
                        -1,
                        -1,
                        "No shot size is named: a " + Names.words(chosen) + " shot is used",
                        List.of(
                                new Suggestion("wide shot", ", wide shot"),
                                new Suggestion("medium shot", ", medium shot"),
                                new Suggestion("close-up", ", close-up"))));
            }
        }
        if (composition.isEmpty() && cast.isEmpty() && c.subjects().isEmpty()) {
            composition = Optional.of(Composition.PLACE);
            decisions.add(new Decision(0, "camera.composition", "place", "nobody and nothing is framed", List.of()));
        }
        if (c.angle().isEmpty()) {
            decisions.add(new Decision(0, "camera.angle", "eye level", "no angle is named", List.of("low", "high")));
        }
        if (c.lens().isEmpty()) {
            decisions.add(new Decision(
                    0,
                    "camera.lens",
                    "by the shot size",
                    "no lens is named",
                    List.of("24 mm", "35 mm", "50 mm", "85 mm")));
        }
        if (c.support().isEmpty() && c.move().isEmpty()) {
            decisions.add(new Decision(
                    0, "camera.support", "dolly", "no support is named", List.of("static", "handheld", "steadicam")));
        }
        return new CameraDirection(
                size,
                composition,
                c.subjects(),
                c.foreground(),
                c.angle(),
                c.side(),
                c.lens(),
                c.fNumber(),
                c.dutch(),
                c.support(),
                c.move(),
                c.transition(),
                c.mark());
    }

    /// Light belongs to the clip: its first mention anywhere holds from the start.
    private LightDirection light(List<Keyframe> keyframes, SetKind set) {
        LightDirection first = keyframes.getFirst().light();
        if (first.lighting().isPresent()) {
            return first;
        }
        for (int k = 1; k < keyframes.size(); k++) {
            LightDirection later = keyframes.get(k).light();
            if (later.lighting().isPresent()) {
                decisions.add(new Decision(
                        0,
                        "light",
                        Names.words(later.lighting().get()),
                        "told at keyframe " + (k + 1) + ", it holds from the start",
                        List.of()));
                return new LightDirection(
                        later.lighting(),
                        first.from().or(later::from),
                        first.kelvin().or(later::kelvin),
                        first.level(),
                        first.mark());
            }
        }
        Lighting chosen = lighting(set);
        decisions.add(new Decision(
                0,
                "light",
                Names.words(chosen),
                "no light is named; usual for this place",
                List.of("window light", "three-point", "golden hour", "low key")));
        warnings.add(new Warning(
                "no-light",
                0,
                -1,
                -1,
                "No light is named: " + Names.words(chosen) + " is used, as is usual for this place",
                List.of(
                        new Suggestion("window light from the left", ", window light from the left"),
                        new Suggestion("three-point lighting", ", three-point lighting"))));
        return new LightDirection(Optional.of(chosen), first.from(), first.kelvin(), first.level(), first.mark());
    }

    private static Lighting lighting(SetKind set) {
        return switch (set) {
            case OFFICE_CORRIDOR -> Lighting.FLUORESCENT_OVERHEAD;
            case OFFICE, MEETING_ROOM, LIVING_ROOM, KITCHEN, CAFE, BEDROOM, EMPTY_APARTMENT -> Lighting.WINDOW;
            case STUDIO -> Lighting.THREE_POINT;
            case STREET_DAY -> Lighting.DAYLIGHT;
            case STREET_NIGHT -> Lighting.STREET_NIGHT;
        };
    }

    private void acting(List<Keyframe> keyframes, List<Performer> cast) {
        boolean nothing = keyframes.stream()
                .allMatch(k -> k.cast().isEmpty() && k.camera().move().isEmpty());
        if (nothing) {
            warnings.add(new Warning(
                    "no-action",
                    0,
                    -1,
                    -1,
                    cast.isEmpty() ? "Nothing moves: the picture stands still" : "Nobody is told to do anything",
                    List.of(new Suggestion("looks at the camera", ", looks at the camera"))));
        }
        boolean nobody = cast.isEmpty()
                && keyframes.stream().allMatch(k -> k.camera().subjects().isEmpty());
        if (nobody && keyframes.stream().allMatch(k -> k.camera().move().isEmpty())) {
            warnings.add(new Warning(
                    "no-subject", 0, -1, -1, "Neither a person nor a thing is named as the subject", List.of()));
        }
    }
}
