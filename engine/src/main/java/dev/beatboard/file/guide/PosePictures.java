package dev.beatboard.file.guide;

import static dev.beatboard.file.guide.BodyPoint.*;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.ImagePoint;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.TrackPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Skeletons in the colors of OpenPose, which pose control nets were taught: limbs at 60 percent,
/// joints on them, hands with a hue per bone, faces as white dots. Who is farther is drawn first.
///
/// Source of points, limbs and colors: OpenPose's COCO model and its rendering; the drawing is our
/// own.
final class PosePictures implements Guide {

    private static final BodyPoint[][] LIMBS = {
        {NECK, RIGHT_SHOULDER},
        {NECK, LEFT_SHOULDER},
        {RIGHT_SHOULDER, RIGHT_ELBOW},
        {RIGHT_ELBOW, RIGHT_WRIST},
        {LEFT_SHOULDER, LEFT_ELBOW},
        {LEFT_ELBOW, LEFT_WRIST},
        {NECK, RIGHT_HIP},
        {RIGHT_HIP, RIGHT_KNEE},
        {RIGHT_KNEE, RIGHT_ANKLE},
        {NECK, LEFT_HIP},
        {LEFT_HIP, LEFT_KNEE},
        {LEFT_KNEE, LEFT_ANKLE},
        {NECK, NOSE},
        {NOSE, RIGHT_EYE},
        {RIGHT_EYE, RIGHT_EAR},
        {NOSE, LEFT_EYE},
        {LEFT_EYE, LEFT_EAR},
    };
    private static final double DIM = 0.6;
    /// Sizes are in pixels of a picture whose shorter side has 512.
    private static final double SIDE = 512;

    private static final double LIMB = 4;
    private static final double JOINT = 4;
    private static final double FINGER = 1;
    private static final double KNUCKLE = 2;
    private static final double DOT = 1.5;
    private static final int WHITE = 0xffffff;
    private static final int BLUE = 0x0000ff;
    private static final int BONES_OF_HAND = 20;
    /// Flesh and clothes before a joint are thinner than this; what is farther before it hides it,
    /// meters.
    private static final double FLESH = 0.3;

    private final ClipTrack clip;
    private final List<PoseFigure> figures;
    private final double scale;

    PosePictures(ClipTrack clip) {
        this.clip = clip;
        figures = clip.performers().stream()
                .map(p -> new PoseFigure(p.skeleton()))
                .toList();
        scale = Math.max(0.5, Math.min(clip.width(), clip.height()) / SIDE);
    }

    @Override
    public String name() {
        return "pose";
    }

    @Override
    public String encoding() {
        return "8-bit RGB on black, OpenPose COCO-18 body, two hands of 21 points and 70 points of the face, in OpenPose's"
                + " colors; points that something hides by more than 0.3 m are left out";
    }

    @Override
    public List<String> planes() {
        return List.of();
    }

    @Override
    public void draw(Frame frame, FrameTrack track, Sheet sheet) throws IOException {
        Board board = new Board(clip.width(), clip.height());
        Plane depth = frame.has(Frame.DEPTH) ? frame.plane(Frame.DEPTH) : null;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < track.performers().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -distance(track.performers().get(i), track)));
        for (int i : order) {
            person(board, figures.get(i), track.performers().get(i), track, depth);
        }
        sheet.picture(board.picture());
    }

    private static double distance(PerformerTrack p, FrameTrack track) {
        return p.gaze().from().distanceTo(track.lens().position());
    }

    private void person(Board b, PoseFigure figure, PerformerTrack p, FrameTrack track, @Nullable Plane depth) {
        Map<BodyPoint, TrackPoint> body = figure.points(p, track.lens(), clip.width(), clip.height());
        for (int i = 0; i < LIMBS.length; i++) {
            Optional<ImagePoint> from = seen(body.get(LIMBS[i][0]), depth);
            Optional<ImagePoint> to = seen(body.get(LIMBS[i][1]), depth);
            if (from.isPresent() && to.isPresent()) {
                ImagePoint f = from.get();
                ImagePoint t = to.get();
                b.limb(f.x(), f.y(), t.x(), t.y(), LIMB * scale, dim(BodyPoint.values()[i].color()));
            }
        }
        body.forEach((point, where) ->
                seen(where, depth).ifPresent(i -> b.disk(i.x(), i.y(), JOINT * scale, point.color())));
        hand(b, p.leftHand(), depth);
        hand(b, p.rightHand(), depth);
        if (PoseFigure.showsFace(p)) {
            p.landmarks().forEach(l -> seen(l, depth).ifPresent(i -> b.disk(i.x(), i.y(), DOT * scale, WHITE)));
        }
    }

    private void hand(Board b, List<TrackPoint> hand, @Nullable Plane depth) {
        for (int i = 0; i < BONES_OF_HAND; i++) {
            Optional<ImagePoint> from = seen(hand.get(i % 4 == 0 ? 0 : i), depth);
            Optional<ImagePoint> to = seen(hand.get(i + 1), depth);
            if (from.isPresent() && to.isPresent()) {
                ImagePoint f = from.get();
                ImagePoint t = to.get();
                b.line(f.x(), f.y(), t.x(), t.y(), FINGER * scale, hue(i / (double) BONES_OF_HAND));
            }
        }
        hand.forEach(h -> seen(h, depth).ifPresent(i -> b.disk(i.x(), i.y(), KNUCKLE * scale, BLUE)));
    }

    /// Within the picture, and nothing far before it.
    private static Optional<ImagePoint> seen(@Nullable TrackPoint p, @Nullable Plane depth) {
        if (p == null || p.image().isEmpty() || !p.image().get().inside()) {
            return Optional.empty();
        }
        ImagePoint i = p.image().get();
        boolean hidden = depth != null && depth.at((int) i.x(), (int) i.y()) < i.depth() - FLESH;
        return hidden ? Optional.empty() : p.image();
    }

    private static int dim(int color) {
        int r = (int) (DIM * (color >> 16 & 255));
        int g = (int) (DIM * (color >> 8 & 255));
        int b = (int) (DIM * (color & 255));
        return r << 16 | g << 8 | b;
    }

    /// A full color of that hue, 0 to 1: red, yellow, green, cyan, blue, magenta.
    static int hue(double h) {
        return channel(h + 1.0 / 3) << 16 | channel(h) << 8 | channel(h - 1.0 / 3);
    }

    private static int channel(double h) {
        double t = 6 * (h - Math.floor(h));
        return (int) Math.round(255 * Math.clamp(Math.min(t, 4 - t), 0, 1));
    }
}
