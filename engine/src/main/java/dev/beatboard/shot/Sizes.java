package dev.beatboard.shot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes of pictures as people write them: `1920x1080`, `9:16`.
public final class Sizes {

    public static final String ALLOWED =
            "A size is WIDTHxHEIGHT in even numbers from 64 to 8192, one at most four times the other.";
    public static final String ASPECTS =
            "An aspect is WIDTH:HEIGHT, such as 16:9, 9:16, 1:1 or 2.39:1, from 1:4 to 4:1.";

    private static final int SMALLEST = 64;
    private static final int LARGEST = 8192;
    private static final int LONG = 1920;
    private static final int SHORT = 1080;
    private static final double LONGEST_SHAPE = 4;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})\\s*[xX\u00d7]\\s*(\\d{1,5})");
    private static final Pattern ASPECT =
            Pattern.compile("(\\d{1,5}(?:\\.\\d{1,4})?)\\s*[:/]\\s*(\\d{1,5}(?:\\.\\d{1,4})?)");

    private Sizes() {}

    /// A picture's width and height in pixels.
    public record Size(int width, int height) {

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /// The size that the text says; empty if it is none or cannot be filmed. Video needs even numbers.
    public static Optional<Size> parse(String text) {
        Matcher m = SIZE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int w = Integer.parseInt(m.group(1));
        int h = Integer.parseInt(m.group(2));
        boolean usable = Math.min(w, h) >= SMALLEST
                && Math.max(w, h) <= LARGEST
                && w % 2 == 0
                && h % 2 == 0
                && Math.max(w, h) <= LONGEST_SHAPE * Math.min(w, h);
        return usable ? Optional.of(new Size(w, h)) : Optional.empty();
    }

    /// The usable size nearest to one that cannot be used; empty if the text is no size at all.
    public static Optional<Size> nearest(String text) {
        Matcher m = SIZE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int w = usable(Integer.parseInt(m.group(1)));
        int h = usable(Integer.parseInt(m.group(2)));
        int least = even(Math.max(w, h) / LONGEST_SHAPE);
        return Optional.of(new Size(Math.max(w, least), Math.max(h, least)));
    }

    private static int usable(int side) {
        return Math.clamp(side - side % 2, SMALLEST, LARGEST);
    }

    /// The usable aspect nearest to one that is too long; empty if the text is no aspect at all.
    public static Optional<String> nearestAspect(String text) {
        Matcher m = ASPECT.matcher(text.strip());
        return m.matches()
                ? Optional.of(Double.parseDouble(m.group(1)) >= Double.parseDouble(m.group(2)) ? "4:1" : "1:4")
                : Optional.empty();
    }

    /// A full-size picture of the aspect that the text says: 1920 on the longer side, or 1080 on the shorter one where
    /// the shape is nearer to a square than 16:9.
    public static Optional<Size> ofAspect(String text) {
        Matcher m = ASPECT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        double aspect = Double.parseDouble(m.group(1)) / Double.parseDouble(m.group(2));
        if (!(aspect <= LONGEST_SHAPE && aspect >= 1 / LONGEST_SHAPE)) {
            return Optional.empty();
        }
        double shape = Math.max(aspect, 1 / aspect);
        boolean longer = shape > (double) LONG / SHORT;
        int more = longer ? LONG : even(SHORT * shape);
        int less = longer ? even(LONG / shape) : SHORT;
        return Optional.of(aspect >= 1 ? new Size(more, less) : new Size(less, more));
    }

    /// The size of the same shape with about as many pixels as `pixels`, in even numbers.
    public static Size fit(int width, int height, int pixels) {
        double scale = Math.sqrt((double) pixels / ((double) width * height));
        return new Size(even(width * scale), even(height * scale));
    }

    /// The smallest size of about the shape of `shape` that has all of `inside` in it; empty if that is too large.
    public static Optional<Size> around(Size inside, Size shape) {
        double aspect = (double) shape.width() / shape.height();
        Size whole = new Size(
                Math.max(inside.width(), even(inside.height() * aspect)),
                Math.max(inside.height(), even(inside.width() / aspect)));
        return Math.max(whole.width(), whole.height()) <= LARGEST ? Optional.of(whole) : Optional.empty();
    }

    /// The largest size of about the shape of `shape` that lies within `whole`.
    public static Size within(Size whole, Size shape) {
        double aspect = (double) shape.width() / shape.height();
        return new Size(
                Math.min(whole.width(), even(whole.height() * aspect)),
                Math.min(whole.height(), even(whole.width() / aspect)));
    }

    private static int even(double v) {
        return Math.max(2, 2 * (int) Math.round(v / 2));
    }
}
