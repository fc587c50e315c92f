package dev.beatboard.motion.camera;

import dev.beatboard.math.Ease;
import dev.beatboard.shot.CameraEase;

/// How a camera move gathers and loses speed: from 0 to 1 with continuous acceleration and no overshoot. The speed
/// rises
/// along a cubic step, keeps, and falls along a cubic step.
///
/// @param in seconds until full speed
/// @param out seconds from full speed to rest
record Progress(double duration, double in, double out) {

    static Progress of(double duration, CameraEase ease) {
        return switch (ease) {
            case SMOOTH -> new Progress(duration, Math.min(0.8, 0.45 * duration), Math.min(1.0, 0.5 * duration));
            case LINEAR -> new Progress(duration, Math.min(0.2, 0.3 * duration), Math.min(0.2, 0.3 * duration));
            case IN -> new Progress(duration, 0.75 * duration, Math.min(0.4, 0.2 * duration));
            case OUT -> new Progress(duration, Math.min(0.4, 0.2 * duration), 0.75 * duration);
        };
    }

    /// The share of the way at `seconds` after the start.
    double at(double seconds) {
        if (seconds <= 0) {
            return 0;
        }
        if (seconds >= duration) {
            return 1;
        }
        double whole = duration - in / 2 - out / 2;
        double way;
        if (seconds < in) {
            way = in * rise(seconds / in);
        } else if (seconds <= duration - out) {
            way = in / 2 + seconds - in;
        } else {
            way = whole - out * rise((duration - seconds) / out);
        }
        return Ease.unit(way / whole);
    }

    /// The greatest speed, as a multiple of the mean.
    double peak() {
        return duration / (duration - in / 2 - out / 2);
    }

    /// The integral of the cubic step from 0 to u.
    private static double rise(double u) {
        return u * u * u - u * u * u * u / 2;
    }
}
