package dev.beatboard.file.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.ArrayList;
import java.util.List;

/// Cameras for tests.
final class Cameras {

    static final FrameRate FILM_NTSC = new FrameRate(24000, 1001);

    private Cameras() {}

    /// A crane over a whole turn with roll and zoom, cut at frame 20 to somewhere else.
    static CameraTrack moving(int frames) {
        List<View> views = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            double a = 0.13 * n;
            Vec3 place = n < 20
                    ? new Vec3(3 * StrictMath.sin(a), 1.2 + 0.07 * n, 3 * StrictMath.cos(a))
                    : new Vec3(-8 + 0.03 * n, 1.6, 0.5);
            Quat turn = View.looking(place, new Vec3(0.1, 1.1, 0.2), 0.02 * n);
            views.add(new View(place, turn, n < 20 ? 35 + 0.5 * n : 85, 36, place.length(), 2.8));
        }
        return new CameraTrack(views, List.of(0, 20), FILM_NTSC, 1920, 1080, 0);
    }

    static Shot shot(int frames, String... prompts) {
        List<Keyframe> keys = new ArrayList<>();
        for (int k = 0; k < prompts.length; k++) {
            keys.add(Keyframe.words(FILM_NTSC.timeOf(10 * k), prompts[k]));
        }
        Time duration = FILM_NTSC.timeOf(frames);
        return new Shot("A \"quoted\" title", duration, FILM_NTSC, 1920, 1080, 7, SetKind.OFFICE, List.of(), keys);
    }
}
