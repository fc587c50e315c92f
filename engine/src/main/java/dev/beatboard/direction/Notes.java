package dev.beatboard.direction;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Anchor;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one prompt has said so far, while it is read.
final class Notes {

    final Camera camera = new Camera();
    final Light light = new Light();
    final Map<Role, Acting> cast = new LinkedHashMap<>();

    @Nullable
    SetKind set;

    Acting of(Role role) {
        return cast.computeIfAbsent(role, r -> new Acting());
    }

    /// An action under construction; several performers may share it.
    static final class Deed {
        final ActionKind kind;

        @Nullable
        Side side;

        @Nullable
        Target target;

        @Nullable
        Pace pace;

        Anchor anchor = Anchor.START;

        @Nullable
        String line;

        boolean starting;
        boolean then;

        Deed(ActionKind kind) {
            this.kind = kind;
        }

        Action action() {
            return new Action(
                    kind,
                    Optional.ofNullable(side),
                    Optional.ofNullable(target),
                    pace == null ? Pace.NATURAL : pace,
                    anchor,
                    Optional.ofNullable(line),
                    starting,
                    then);
        }
    }

    /// What is said about one performer.
    static final class Acting {
        @Nullable
        Posture posture;

        PerformerDirection.@Nullable Place place;

        @Nullable
        Target gaze;

        @Nullable
        Expression expression;

        final List<Deed> deeds = new ArrayList<>();

        boolean empty() {
            return posture == null && place == null && gaze == null && expression == null && deeds.isEmpty();
        }

        PerformerDirection direction(String name) {
            return new PerformerDirection(
                    name,
                    Optional.ofNullable(posture),
                    Optional.ofNullable(place),
                    Optional.ofNullable(gaze),
                    Optional.ofNullable(expression),
                    deeds.stream().map(Deed::action).toList());
        }
    }

    /// What is said about the camera.
    static final class Camera {
        @Nullable
        ShotSize size;

        @Nullable
        Composition composition;

        final List<Target> subjects = new ArrayList<>();

        @Nullable
        String foreground;

        @Nullable
        CameraAngle angle;

        @Nullable
        CameraSide side;

        @Nullable
        Double lens;

        @Nullable
        Double fNumber;

        boolean dutch;

        @Nullable
        CameraSupport support;

        @Nullable
        CameraMoveKind move;

        @Nullable
        Pace pace;

        @Nullable
        Double degrees;

        Transition transition = Transition.AUTO;

        CameraDirection direction() {
            return new CameraDirection(
                    Optional.ofNullable(size),
                    Optional.ofNullable(composition),
                    subjects,
                    Optional.ofNullable(foreground),
                    Optional.ofNullable(angle),
                    Optional.ofNullable(side),
                    Optional.ofNullable(lens),
                    Optional.ofNullable(fNumber),
                    dutch,
                    Optional.ofNullable(support),
                    Optional.ofNullable(move)
                            .map(m -> new CameraDirection.Move(
                                    m, pace == null ? Pace.NATURAL : pace, Optional.ofNullable(degrees))),
                    transition);
        }
    }

    /// What is said about the light.
    static final class Light {
        @Nullable
        Lighting lighting;

        @Nullable
        Direction from;

        @Nullable
        Double kelvin;

        double level;

        LightDirection direction() {
            return new LightDirection(
                    Optional.ofNullable(lighting), Optional.ofNullable(from), Optional.ofNullable(kelvin), level);
        }
    }
}
