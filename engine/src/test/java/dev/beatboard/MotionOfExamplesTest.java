package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Layer;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.View;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Depth, positions and motion of the examples fit each other from frame to frame, as a compositor
/// relies on: what is still goes where the cameras say, what moves goes where its skin goes.
@Tag("assets")
class MotionOfExamplesTest {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final double ASPECT = (double) WIDTH / HEIGHT;
    private static final Quality SMALL = Quality.draft(WIDTH, HEIGHT);
    private static final Layers DATA = new Layers(EnumSet.of(Layer.POSITION, Layer.MOTION), Set.of());

    /// Pixels.
    private static final double CLOSE = 0.1;

    /// Of the moving skin one pixel in nine is looked for, which takes long.
    private static final int STEP = 3;

    /// Meters that a position may be off the skin, for rounding.
    private static final double ON_SKIN = 1e-4;

    /// Places are looked for in the pixel where they should be and those around it: pixels, a
    /// diagonal, and a little more since surfaces may be seen at a slant.
    private static final double NEIGHBOR = 1.5;

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    /// One frame with its planes.
    private record Drawn(int n, Scene scene, Frame frame) {

        static Drawn of(Take take, int n, RasterRenderer renderer) {
            Scene scene = take.play().scene(n);
            return new Drawn(n, scene, renderer.render(scene, SMALL, DATA));
        }

        View view() {
            return scene.view();
        }

        float at(String plane, int i) {
            return frame.plane(plane).values()[i];
        }

        Vec3 position(int i) {
            return new Vec3(at("P.X", i), at("P.Y", i), at("P.Z", i));
        }

        /// Right and down, pixels.
        double[] motion(String layer, int i) {
            return new double[] {at(layer + ".u", i), -at(layer + ".v", i)};
        }

        /// The middle of pixel `i` at the depth that the depth layer has there.
        Vec3 unprojected(int i) {
            View v = view();
            double slope = 2 * v.tanHalfWidth() / WIDTH;
            double x = (i % WIDTH + 0.5 - WIDTH / 2.0) * slope;
            double y = (HEIGHT / 2.0 - i / WIDTH - 0.5) * slope;
            Vec3 ray = v.forward().plus(v.right(), x).plus(v.up(), y);
            // What is infinitely far goes nowhere on the way between two frames; here a thousand kilometers.
            return v.position().plus(ray, Math.min(1e6, at(Frame.DEPTH, i)));
        }

        /// Numbers of people.
        Set<Integer> moving() {
            Set<Integer> moving = new HashSet<>();
            for (Shape s : scene.shapes()) {
                moving.add(s.object());
            }
            return moving;
        }
    }

    private static double[] pixels(View v, Vec3 p) {
        Vec3 q = v.project(p, ASPECT);
        return new double[] {q.x() * WIDTH, q.y() * HEIGHT};
    }

    /// The share of still pixels of `seen`, the sky's among them, that a motion layer of `told`
    /// takes to where they are in another frame's view by their depth.
    private static double still(Drawn seen, Drawn told, String layer, View other) {
        Set<Integer> moving = seen.moving();
        int compared = 0;
        int close = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (moving.contains((int) seen.at(Frame.OBJECT, i))) {
                continue;
            }
            double[] then = pixels(other, seen.unprojected(i));
            double[] way = told.motion(layer, i);
            double off = Math.hypot(then[0] - i % WIDTH - 0.5 - way[0], then[1] - i / WIDTH - 0.5 - way[1]);
            compared++;
            close += off <= CLOSE ? 1 : 0;
        }
        assertThat(compared).as("pixels of what is still").isGreaterThan(WIDTH * HEIGHT / 2);
        return close / (double) compared;
    }

    /// @param wrong a frame when the camera moves otherwise
    @ParameterizedTest
    @CsvSource({"corridor, 210, 234", "walkthrough, 60, 170"})
    void stillSurfacesGoWhereTheCamerasSay(String example, int n, int wrong) throws IOException {
        try (Director director = Examples.director(2);
                RasterRenderer renderer = new RasterRenderer(2)) {
            Take take = Examples.stage(director, example);
            Drawn now = Drawn.of(take, n, renderer);
            Drawn next = Drawn.of(take, n + 1, renderer);

            assertThat(now.view().position().distanceTo(next.view().position())).isGreaterThan(1e-3);
            assertThat(still(now, now, "forward", next.view())).isEqualTo(1);
            assertThat(still(next, next, "backward", now.view())).isEqualTo(1);

            Drawn other = Drawn.of(take, wrong, renderer);
            assertThat(still(now, other, "forward", next.view())).isLessThan(0.99);
            assertThat(still(next, other, "backward", now.view())).isLessThan(0.99);
        }
    }

    /// What became of the pixels of people that were looked at.
    private static final class Tally {
        int pixels;
        /// Where the position is on the skin.
        int onSkin;
        /// Where the motion is that of the skin.
        int close;
        /// Where the next frame has something before it, or ends.
        int hidden;
        /// Where the next frame has the same place of the skin.
        int same;
        /// Where it says that it came from there.
        int back;
    }

    private static Tally people(Drawn now, Drawn told, Drawn next) {
        Set<Integer> moving = now.moving();
        Tally all = new Tally();
        for (int y = STEP / 2; y < HEIGHT; y += STEP) {
            for (int x = STEP / 2; x < WIDTH; x += STEP) {
                int i = y * WIDTH + x;
                if (!moving.contains((int) now.at(Frame.OBJECT, i))) {
                    continue;
                }
                all.pixels++;
                Skin.Place place = Skin.find(now.scene(), (int) now.at(Frame.OBJECT, i), now.position(i));
                if (place.distance() < ON_SKIN) {
                    all.onSkin++;
                    follow(i, place.in(next.scene()), now, told.motion("forward", i), next, all);
                }
            }
        }
        return all;
    }

    private static void follow(int i, Vec3 moved, Drawn now, double[] way, Drawn next, Tally all) {
        double[] from = pixels(now.view(), now.position(i));
        double[] to = pixels(next.view(), moved);
        all.close += Math.hypot(to[0] - from[0] - way[0], to[1] - from[1] - way[1]) <= CLOSE ? 1 : 0;
        int x = (int) Math.floor(to[0]);
        int y = (int) Math.floor(to[1]);
        if (x < 1 || y < 1 || x >= WIDTH - 1 || y >= HEIGHT - 1) {
            all.hidden++;
            return;
        }
        double depth = next.view().project(moved, ASPECT).z();
        double reach = NEIGHBOR * depth * 2 * next.view().tanHalfWidth() / WIDTH;
        double nearest = Double.POSITIVE_INFINITY;
        double front = Double.POSITIVE_INFINITY;
        int at = i;
        for (int k = 0; k < 9; k++) {
            int q = (y + k / 3 - 1) * WIDTH + x + k % 3 - 1;
            front = Math.min(front, next.at(Frame.DEPTH, q));
            double d = next.position(q).distanceTo(moved);
            if (next.at(Frame.OBJECT, q) == now.at(Frame.OBJECT, i) && d < nearest) {
                nearest = d;
                at = q;
            }
        }
        if (nearest <= reach) {
            double[] back = next.motion("backward", at);
            all.same++;
            all.back += Math.hypot(back[0] + way[0], back[1] + way[1]) <= CLOSE ? 1 : 0;
        } else if (front < depth - reach) {
            all.hidden++;
        }
    }

    @ParameterizedTest
    @CsvSource({"corridor, 40, 1000", "eight, 440, 1000"})
    void peopleGoWhereTheirSkinGoes(String example, int n, int least) throws IOException {
        try (Director director = Examples.director(2);
                RasterRenderer renderer = new RasterRenderer(2)) {
            Take take = Examples.stage(director, example);
            Drawn now = Drawn.of(take, n, renderer);
            Drawn next = Drawn.of(take, n + 1, renderer);

            Tally all = people(now, now, next);
            assertThat(all.pixels).isGreaterThan(least);
            assertThat(all.onSkin).isEqualTo(all.pixels);
            assertThat(all.close).as("motion is that of the skin").isEqualTo(all.onSkin);
            // A place that the next frame does not show has something before it, but for slivers between pixels.
            assertThat(all.same + all.hidden).isGreaterThan(all.onSkin * 998 / 1000);
            assertThat(all.same).isGreaterThan(all.onSkin * 95 / 100);
            // What is near may still be another part of the body: a hand on a lap.
            assertThat(all.back).as("came from there").isGreaterThan(all.same * 99 / 100);

            Tally fault = people(now, Drawn.of(take, n + 6, renderer), next);
            assertThat(fault.close).as("motion of another frame").isLessThan(fault.onSkin * 9 / 10);
            assertThat(fault.back).as("motion of another frame").isLessThan(fault.same * 9 / 10);
        }
    }
}
