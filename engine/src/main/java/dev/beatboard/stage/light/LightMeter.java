package dev.beatboard.stage.light;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import java.util.List;

/// Irradiance at a point by formula: every emitter seen without obstacles, and what a room sends back. Good to within
/// half a stop, and it does not depend on the picture, so it stays steady while people move.
final class LightMeter {

    private static final double PI = StrictMath.PI;
    /// A mean albedo of furnished rooms with people in them.
    private static final double ROOM_ALBEDO = 0.35;

    private LightMeter() {}

    /// On a surface at `p` whose normal is `n`.
    static Rgb direct(Vec3 p, Vec3 n, List<Emitter> lights, boolean withSun) {
        Rgb sum = Rgb.BLACK;
        for (Emitter e : lights) {
            switch (e) {
                case Emitter.Rectangle r -> sum = sum.plus(r.radiance().times(formFactor(p, n, r)));
                case Emitter.Bulb b -> {
                    Vec3 d = b.center().minus(p);
                    double l = Math.max(0.2, d.length());
                    sum = sum.plus(b.intensity().times(Math.max(0, d.dot(n) / l) / (l * l)));
                }
                case Emitter.Sun s -> {
                    if (withSun) {
                        sum = sum.plus(
                                s.irradiance().times(Math.max(0, s.toward().dot(n))));
                    }
                }
            }
        }
        return sum;
    }

    /// Irradiance per radiance of a rectangle, summed over a 4 x 4 grid of its area.
    static double formFactor(Vec3 p, Vec3 n, Emitter.Rectangle r) {
        Vec3 face = r.normal();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                Vec3 d = r.center()
                        .plus(r.u(), (i - 1.5) / 2)
                        .plus(r.v(), (j - 1.5) / 2)
                        .minus(p);
                double l2 = Math.max(0.04, d.lengthSquared());
                sum += Math.max(0, d.dot(n)) * Math.max(0, -d.dot(face)) / (l2 * l2) * r.area() / 16;
            }
        }
        return sum;
    }

    /// What walls, floor and ceiling send back in a room: the lamps' flux spread evenly (Sumpner's integrating sphere).
    static Rgb interreflected(Box room, List<Emitter> lights) {
        Vec3 s = room.size();
        double area = 2 * (s.x() * s.y() + s.y() * s.z() + s.z() * s.x());
        Rgb flux = Rgb.BLACK;
        for (Emitter e : lights) {
            switch (e) {
                case Emitter.Rectangle r -> flux = flux.plus(r.radiance().times(PI * r.area()));
                case Emitter.Bulb b -> flux = flux.plus(b.intensity().times(4 * PI));
                case Emitter.Sun sun -> flux = flux.plus(sun.irradiance().times(throughWindows(sun.toward(), lights)));
            }
        }
        return flux.times(ROOM_ALBEDO / ((1 - ROOM_ALBEDO) * area));
    }

    /// The area that the windows offer to the sun.
    private static double throughWindows(Vec3 toward, List<Emitter> lights) {
        double sum = 0;
        for (Emitter e : lights) {
            if (e instanceof Emitter.Rectangle r && r.group() == LightGroup.WINDOW) {
                sum += r.area() * Math.max(0, -r.normal().dot(toward));
            }
        }
        return sum;
    }

    /// From an open sky and the ground on an upright surface.
    static Rgb sky(Sky sky) {
        return switch (sky) {
            case Sky.Uniform u -> u.radiance().times(PI);
            case Sky.Gradient g ->
                g.zenith().plus(g.horizon()).times(PI / 4).plus(g.ground().times(PI / 2));
            // half of the sky, whose mean is 1, and a ground a third as bright
            case Sky.Panorama p -> Rgb.grey(PI * p.scale() * 0.67);
        };
    }
}
