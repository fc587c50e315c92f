package dev.beatboard.motion.tracking;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.time.FrameRange;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.Gaze;
import dev.beatboard.track.LensTrack;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.Pose;
import dev.beatboard.track.VisibleFractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the tracks of a clip off a play for one size of picture. Cheap: nothing is rendered, and surfaces are not bent
/// but for the landmarks of faces. Safe for use by several threads.
public final class ClipTracker {

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

    /// For a picture that shows more than the frame as it was framed, which is `inside` pixels wide in its middle.
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
