package dev.beatboard.motion.camera;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraSupport;

/// The unrest of a carried camera: slow noise of angle and place, most of its energy below 2 Hz, about half a percent
/// of
/// the width for a shoulder and a fifth of that for a drone.
final class Operator {

    private static final double[] HERTZ = {0.35, 0.8, 1.6};
    private static final double[] SHARE = {0.7, 0.5, 0.22};

    private Operator() {}

    static View carried(View v, CameraSupport support, long seed, double seconds) {
        double size = support == CameraSupport.HANDHELD ? 1 : 0.2;
        double angle = 0.009 * size * 2 * v.tanHalfWidth();
        Quat shake = Quat.ofRotationVector(new Vec3(
                angle * noise(seed, 1, seconds),
                angle * noise(seed, 2, seconds),
                0.4 * angle * noise(seed, 3, seconds)));
        double place = 0.008 * size;
        Vec3 p = v.position()
                .plus(v.right(), place * noise(seed, 4, seconds))
                .plus(v.up(), place * noise(seed, 5, seconds));
        return new View(
                p,
                v.orientation().times(shake).normalized(),
                v.focalLength(),
                v.sensorWidth(),
                v.focusDistance(),
                v.fNumber());
    }

    private static double noise(long seed, int channel, double seconds) {
        double sum = 0;
        for (int i = 0; i < HERTZ.length; i++) {
            sum += SHARE[i] * Chance.noise(seed, 900 + 10 * channel + i, seconds * 2 * HERTZ[i]);
        }
        return sum;
    }
}
