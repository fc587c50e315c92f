package dev.beatboard.motion.camera;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.Pace;

/// A move without a landing: it runs at its pace until something else is told.
///
/// @param amount how far it goes in all, in the move's own measure: growth exponent of a push or zoom, radians of a
///     pan, tilt, orbit or roll, meters of the rest
record OpenMove(KeyView from, CameraMoveKind kind, double amount, double start, Progress progress, Travel travel)
        implements Leg {

    /// How fast a move goes when nobody says how far: per second, in the measure of [#amount].
    static double rate(CameraMoveKind kind, Pace pace, View view) {
        double slowFast = switch (pace) {
            case VERY_SLOW -> 0.3;
            case SLOW -> 0.5;
            case NATURAL -> 1;
            case BRISK -> 1.6;
            case FAST -> 2.6;
        };
        double width = 2 * StrictMath.atan(view.tanHalfWidth());
        return slowFast
                * switch (kind) {
                    case PUSH_IN, PULL_OUT, ZOOM_IN, ZOOM_OUT, DOLLY_ZOOM -> 0.07;
                    case PAN_LEFT, PAN_RIGHT, TILT_UP, TILT_DOWN -> width / 9;
                    case ORBIT_LEFT, ORBIT_RIGHT -> StrictMath.toRadians(15);
                    case ROLL_LEFT, ROLL_RIGHT -> StrictMath.toRadians(4);
                    case CRANE_UP, CRANE_DOWN, PEDESTAL_UP, PEDESTAL_DOWN -> 0.22;
                    case TRUCK_LEFT, TRUCK_RIGHT -> 0.4;
                    case FORWARD -> 0.75;
                    case NONE, FOLLOW, LEAD, RACK_FOCUS -> 0;
                };
    }

    OpenMove withAmount(double other) {
        return new OpenMove(from, kind, other, start, progress, travel);
    }

    @Override
    public View at(double seconds) {
        double x = amount * progress.at(seconds - start);
        KeyView k = from.movedBy(travel.at(seconds).minus(from.anchor()));
        return apply(k, x);
    }

    private View apply(KeyView k, double x) {
        View v = k.view();
        Vec3 away = v.position().minus(k.focus());
        return switch (kind) {
            case PUSH_IN -> dolly(k, StrictMath.exp(-x));
            case PULL_OUT -> dolly(k, StrictMath.exp(x));
            case ZOOM_IN -> zoomed(v, StrictMath.exp(x));
            case ZOOM_OUT -> zoomed(v, StrictMath.exp(-x));
            case DOLLY_ZOOM -> zoomed(dolly(k, StrictMath.exp(-x)), StrictMath.exp(-x));
            case PAN_LEFT -> turned(v, Quat.about(Vec3.Y, x));
            case PAN_RIGHT -> turned(v, Quat.about(Vec3.Y, -x));
            case TILT_UP -> turned(v, Quat.about(v.right(), x));
            case TILT_DOWN -> turned(v, Quat.about(v.right(), -x));
            case ORBIT_LEFT -> orbit(k, away, -x);
            case ORBIT_RIGHT -> orbit(k, away, x);
            case ROLL_LEFT -> turned(v, Quat.about(v.forward(), -x));
            case ROLL_RIGHT -> turned(v, Quat.about(v.forward(), x));
            case CRANE_UP -> craned(k, x);
            case CRANE_DOWN -> craned(k, -Math.min(x, Math.max(0, v.position().y() - 0.25)));
            case PEDESTAL_UP -> moved(v, Vec3.Y.times(x));
            case PEDESTAL_DOWN ->
                moved(v, Vec3.Y.times(-Math.min(x, Math.max(0, v.position().y() - 0.25))));
            case TRUCK_LEFT -> moved(v, v.right().times(-x));
            case TRUCK_RIGHT -> moved(v, v.right().times(x));
            case FORWARD -> moved(v, v.forward().withY(0).normalized().times(x));
            case NONE, FOLLOW, LEAD, RACK_FOCUS -> v;
        };
    }

    private static View dolly(KeyView k, double factor) {
        View v = k.view();
        Vec3 p = k.focus().plus(v.position().minus(k.focus()), factor);
        return new View(p, v.orientation(), v.focalLength(), v.sensorWidth(), v.focusDistance() * factor, v.fNumber());
    }

    private static View orbit(KeyView k, Vec3 away, double by) {
        Quat turn = Quat.about(Vec3.Y, by);
        View v = k.view();
        return new View(
                k.focus().plus(turn.rotate(away)),
                turn.times(v.orientation()).normalized(),
                v.focalLength(),
                v.sensorWidth(),
                v.focusDistance(),
                v.fNumber());
    }

    /// Up or down while the subject stays where it is in the picture.
    private static View craned(KeyView k, double up) {
        View v = k.view();
        Vec3 p = v.position().plus(Vec3.Y, up);
        Quat rest = View.looking(v.position(), k.focus(), 0).inverse().times(v.orientation());
        Quat o = View.looking(p, k.focus(), 0).times(rest).normalized();
        return new View(p, o, v.focalLength(), v.sensorWidth(), p.distanceTo(k.focus()), v.fNumber());
    }

    private static View moved(View v, Vec3 by) {
        return new View(
                v.position().plus(by),
                v.orientation(),
                v.focalLength(),
                v.sensorWidth(),
                v.focusDistance(),
                v.fNumber());
    }

    private static View turned(View v, Quat by) {
        return new View(
                v.position(),
                by.times(v.orientation()).normalized(),
                v.focalLength(),
                v.sensorWidth(),
                v.focusDistance(),
                v.fNumber());
    }

    private static View zoomed(View v, double factor) {
        return new View(
                v.position(),
                v.orientation(),
                Ease.clamp(v.focalLength() * factor, 12, 300),
                v.sensorWidth(),
                v.focusDistance(),
                v.fNumber());
    }
}
