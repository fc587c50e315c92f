package dev.beatboard.track;

import java.util.List;
import java.util.Optional;

/// A rectangle of the picture in pixels: its left top corner and its size. It may reach out of the
/// picture.
public record ImageBox(double x, double y, double width, double height) {

    /// The smallest that holds all points; empty if one of them is not before the lens, or the
    /// whole box lies outside of a picture of that size.
    public static Optional<ImageBox> around(List<TrackPoint> points, int width, int height) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (TrackPoint p : points) {
            if (p.image().isEmpty()) {
                return Optional.empty();
            }
            ImagePoint i = p.image().get();
            left = Math.min(left, i.x());
            top = Math.min(top, i.y());
            right = Math.max(right, i.x());
            bottom = Math.max(bottom, i.y());
        }
        boolean seen = left < width && top < height && right > 0 && bottom > 0;
        return seen ? Optional.of(new ImageBox(left, top, right - left, bottom - top)) : Optional.empty();
    }
}
