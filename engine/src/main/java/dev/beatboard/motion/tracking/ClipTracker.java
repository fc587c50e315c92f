package dev.beatboard.motion.tracking;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.time.FrameRange;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.DepthRange;
import dev.beatboard.track.DepthSpan;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.Gaze;
import dev.beatboard.track.ImagePoint;
import dev.beatboard.track.LensTrack;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.Pose;
import dev.beatboard.track.VisibleFractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the tracks of a clip off a play for one size of picture. Cheap: nothing is rendered, and
/// surfaces are not bent but for the landmarks of faces. Safe for use by several threads.
public final class ClipTracker {

    /// Frames between two at which the range of depths is looked at.
    private static final int RANGE_STEP = 6;

    /// Skin is before the joints.
    private static final double RANGE_MARGIN = 0.8;

    private final Play play;
    private final int width;
    private final int height;
    private final double wider;
    private final double frameSeconds;
    private final List<BodyTracker> bodies;

    private ClipTracker(Play play, int width, int height, int inside) {
        this.play = play;
        this.width = width;
        this.height = height;
        wider = width / (double) inside;
        frameSeconds = play.stage().shot().rate().frameSeconds();
        bodies = play.stage().actors().stream()
                .map(a -> new BodyTracker(a, play.object(a.index())))
                .toList();
    }

    /// @param width of the picture in pixels, as is `height`
    public static ClipTracker of(Play play, int width, int height) {
        return new ClipTracker(play, width, height, width);
    }

    /// For a picture that shows more than the frame as it was framed, which is `inside` pixels wide
    /// in its middle.
    public static ClipTracker extended(Play play, int width, int height, int inside) {
        return new ClipTracker(play, width, height, inside);
    }

    /// The tracks of these frames.
    ///
    /// @param visible what was found in the rendered frames; none of it need be there
    public ClipTrack clip(FrameRange frames, VisibleFractions visible) {
        Shot shot = play.stage().shot();
        return new ClipTrack(
                shot.title(),
                shot.rate(),
                width,
                height,
                frames,
                bodies.stream().map(BodyTracker::who).toList(),
                n -> frame(n, visible));
    }

    /// How near and far what is seen between two cuts is, for depth pictures that keep their scale:
    /// from a little before the nearest performer's joint or middle of a named thing in the picture
    /// to the farthest corner of the set.
    public List<DepthSpan> depthSpans() {
        List<DepthSpan> spans = new ArrayList<>();
        int first = 0;
        int frames = play.stage().shot().frames();
        for (int n = 1; n <= frames; n++) {
            if (n == frames || play.camera().setup(n) != play.camera().setup(first)) {
                spans.add(new DepthSpan(new FrameRange(first, n - 1), depthRange(first, n - 1)));
                first = n;
            }
        }
        return spans;
    }

    private DepthRange depthRange(int first, int last) {
        double near = Double.POSITIVE_INFINITY;
        double far = 0;
        for (int n = first; n <= last; n = n < last ? Math.min(last, n + RANGE_STEP) : n + 1) {
            LensTrack lens = lens(n);
            for (Actor a : play.stage().actors()) {
                near = Math.min(near, nearest(play.pose(a.index(), n).joints(), lens));
            }
            for (FilmSet.Thing t : play.stage().set().things()) {
                near = Math.min(near, nearest(List.of(t.bounds().center()), lens));
            }
            far = Math.max(far, farthest(lens));
        }
        double from = Double.isFinite(near) ? Math.max(DepthRange.NEAREST, RANGE_MARGIN * near) : 1;
        return new DepthRange(from, Math.clamp(far, 2 * from, DepthRange.FARTHEST));
    }

    private double nearest(List<Vec3> points, LensTrack lens) {
        double least = Double.POSITIVE_INFINITY;
        for (Vec3 p : points) {
            Optional<ImagePoint> seen = lens.see(p, width, height).image();
            if (seen.isPresent() && seen.get().inside()) {
                least = Math.min(least, seen.get().depth());
            }
        }
        return least;
    }

    /// The depth of the farthest corner of the rooms.
    private double farthest(LensTrack lens) {
        Vec3 ahead = lens.orientation().rotate(Vec3.Z).negated();
        double most = 0;
        for (Box room : play.stage().set().rooms()) {
            for (int corner = 0; corner < 8; corner++) {
                Vec3 p = new Vec3(
                        (corner & 1) == 0 ? room.low().x() : room.high().x(),
                        (corner & 2) == 0 ? room.low().y() : room.high().y(),
                        (corner & 4) == 0 ? room.low().z() : room.high().z());
                most = Math.max(most, p.minus(lens.position()).dot(ahead));
            }
        }
        return most;
    }

    private FrameTrack frame(int n, VisibleFractions visible) {
        LensTrack lens = lens(n);
        List<Actor> actors = play.stage().actors();
        List<Pose> poses = new ArrayList<>();
        for (Actor a : actors) {
            poses.add(play.pose(a.index(), n));
        }
        List<PerformerTrack> out = new ArrayList<>();
        for (Actor a : actors) {
            int i = a.index();
            Optional<Gaze.Target> target = target(i, n, lens, poses);
            out.add(bodies.get(i).at(poses.get(i), lens, width, height, target, visible.of(n, i)));
        }
        return new FrameTrack(n, lens, out);
    }

    private LensTrack lens(int n) {
        View v = play.camera().view(n);
        return new LensTrack(
                v.position(),
                v.orientation(),
                v.focalLength(),
                wider * v.sensorWidth(),
                v.focusDistance(),
                v.fNumber());
    }

    private Optional<Gaze.Target> target(int actor, int n, LensTrack lens, List<Pose> poses) {
        Optional<Cue.Focus> focus = play.performers().focus(actor, n * frameSeconds);
        if (focus.isEmpty()) {
            return Optional.empty();
        }
        return switch (focus.get()) {
            case Cue.Focus.Lens l -> Optional.of(new Gaze.Lens(lens.position()));
            case Cue.Focus.Eyes e ->
                Optional.of(new Gaze.Performer(
                        bodies.get(e.actor()).who().name(),
                        bodies.get(e.actor()).eyes(poses.get(e.actor()))));
            case Cue.Focus.Point p -> Optional.of(new Gaze.Place(thing(p.world()), p.world()));
            case Cue.Focus.Angles a -> Optional.empty();
        };
    }

    /// The smallest thing of the set that a point is in.
    private Optional<String> thing(Vec3 p) {
        Optional<FilmSet.Thing> found = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (FilmSet.Thing t : play.stage().set().things()) {
            Vec3 low = t.bounds().low();
            Vec3 high = t.bounds().high();
            Vec3 size = high.minus(low);
            boolean in = p.x() >= low.x()
                    && p.x() <= high.x()
                    && p.y() >= low.y()
                    && p.y() <= high.y()
                    && p.z() >= low.z()
                    && p.z() <= high.z();
            if (in && size.length() < least) {
                least = size.length();
                found = Optional.of(t);
            }
        }
        return found.map(FilmSet.Thing::noun);
    }
}
