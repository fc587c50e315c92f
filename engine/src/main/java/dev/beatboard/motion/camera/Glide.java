package dev.beatboard.motion.camera;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;

/// A move from one solved view to another. The lens goes round the point of interest (distance, height angle and
/// azimuth
/// change evenly) rather than straight, and what it frames stays where it belongs in the picture, so the subject is
/// never lost on the way. It travels along with a walking subject.
///
/// @param round whether it goes round the focus; else straight, for places
/// @param detour extra turns in radians, added to the short way round, for orbits
record Glide(KeyView from, KeyView to, double start, Progress progress, Travel travel, boolean round, double detour)
        implements Leg {

    @Override
    public View at(double seconds) {
        double s = progress.at(seconds - start);
        Vec3 traveled = travel.at(seconds);
        KeyView a = from.movedBy(traveled.minus(from.anchor()));
        KeyView b = to.movedBy(traveled.minus(to.anchor()));
        Vec3 focus = a.focus().lerp(b.focus(), s);
        Vec3 position = round
                ? focus.plus(around(
                        a.view().position().minus(a.focus()),
                        b.view().position().minus(b.focus()),
                        s))
                : a.view().position().lerp(b.view().position(), s);
        Quat orientation;
        if (round) {
            Quat restA = View.looking(a.view().position(), a.focus(), 0)
                    .inverse()
                    .times(a.view().orientation());
            Quat restB = View.looking(b.view().position(), b.focus(), 0)
                    .inverse()
                    .times(b.view().orientation());
            orientation = View.looking(position, focus, 0)
                    .times(restA.slerp(restB, s))
                    .normalized();
        } else {
            orientation = a.view().orientation().slerp(b.view().orientation(), s);
        }
        return new View(
                position,
                orientation,
                geometric(a.view().focalLength(), b.view().focalLength(), s),
                Ease.lerp(a.view().sensorWidth(), b.view().sensorWidth(), s),
                Ease.lerp(a.view().focusDistance(), b.view().focusDistance(), s),
                Double.isInfinite(a.view().fNumber())
                                || Double.isInfinite(b.view().fNumber())
                        ? b.view().fNumber()
                        : Ease.lerp(a.view().fNumber(), b.view().fNumber(), s));
    }

    private Vec3 around(Vec3 a, Vec3 b, double s) {
        double radius = geometric(a.length(), b.length(), s);
        double azimuthA = StrictMath.atan2(a.x(), a.z());
        double by = StrictMath.atan2(b.x(), b.z()) - azimuthA;
        double full = 2 * StrictMath.PI;
        by -= full * Math.floor((by + StrictMath.PI) / full);
        double azimuth = azimuthA + (by + detour) * s;
        double elevation = Ease.lerp(
                StrictMath.asin(Ease.clamp(a.y() / a.length(), -1, 1)),
                StrictMath.asin(Ease.clamp(b.y() / b.length(), -1, 1)),
                s);
        double level = radius * StrictMath.cos(elevation);
        return new Vec3(
                level * StrictMath.sin(azimuth), radius * StrictMath.sin(elevation), level * StrictMath.cos(azimuth));
    }

    private static double geometric(double a, double b, double s) {
        return a == b ? a : a * StrictMath.pow(b / a, s);
    }
}
