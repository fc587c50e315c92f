package dev.beatboard.shot;

import java.util.List;
import java.util.Optional;

/// What a keyframe says about the camera; whatever is empty goes on as before.
///
/// @param size how much of the subject is in frame
/// @param subjects names of performers, or one thing; empty: whoever the keyframe is about
/// @param foreground whose shoulder stands in front, for [Composition#OVER_SHOULDER]
/// @param lens focal length in millimeters on a full frame
/// @param fNumber the aperture
/// @param dutch whether the horizon leans
/// @param mark where the lens is at the keyframe; it frames from there what is asked
public record CameraDirection(
        Optional<ShotSize> size,
        Optional<Composition> composition,
        List<Target> subjects,
        Optional<String> foreground,
        Optional<CameraAngle> angle,
        Optional<CameraSide> side,
        Optional<Double> lens,
        Optional<Double> fNumber,
        boolean dutch,
        Optional<CameraSupport> support,
        Optional<Move> move,
        Transition transition,
        Optional<Mark> mark) {

    public static final CameraDirection NONE = new CameraDirection(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Transition.AUTO,
            Optional.empty());

    public CameraDirection {
        subjects = List.copyOf(subjects);
    }

    /// One that leaves the place to the framing.
    public CameraDirection(
            Optional<ShotSize> size,
            Optional<Composition> composition,
            List<Target> subjects,
            Optional<String> foreground,
            Optional<CameraAngle> angle,
            Optional<CameraSide> side,
            Optional<Double> lens,
            Optional<Double> fNumber,
            boolean dutch,
            Optional<CameraSupport> support,
            Optional<Move> move,
            Transition transition) {
        this(
                size,
                composition,
                subjects,
                foreground,
                angle,
                side,
                lens,
                fNumber,
                dutch,
                support,
                move,
                transition,
                Optional.empty());
    }

    /// The same with another mark.
    public CameraDirection on(Optional<Mark> other) {
        return new CameraDirection(
                size,
                composition,
                subjects,
                foreground,
                angle,
                side,
                lens,
                fNumber,
                dutch,
                support,
                move,
                transition,
                other);
    }

    /// Whether this says what the picture should be, so that a framing has to be solved.
    public boolean frames() {
        return size.isPresent()
                || composition.isPresent()
                || !subjects.isEmpty()
                || angle.isPresent()
                || side.isPresent()
                || lens.isPresent()
                || mark.isPresent();
    }

    /// Whether this names a support on which the camera rests.
    public boolean rests() {
        return support.filter(CameraSupport::rests).isPresent();
    }

    /// Whether this asks for a move.
    public boolean moves() {
        return move.filter(m -> m.kind() != CameraMoveKind.NONE).isPresent();
    }

    /// @param degrees how far, for pans and orbits, if said
    public record Move(CameraMoveKind kind, Pace pace, Optional<Double> degrees) {}
}
