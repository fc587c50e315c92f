package dev.beatboard.file;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is drawn on pictures for people who review them: a watermark, the draft burn-in (title,
/// frame, timecode, keyframe and the start of its prompt), letterbox bars, and a slate before the
/// clip. Data planes and EXR files never carry any of it.
///
/// @param watermark text in the middle, see-through
/// @param burnIn what the draft burn-in says; empty for none
/// @param letterbox width over height of what stays free between black bars, such as 2.39
public record Overlay(Optional<String> watermark, Optional<BurnIn> burnIn, Optional<Double> letterbox) {

    public static final Overlay NONE = new Overlay(Optional.empty(), Optional.empty(), Optional.empty());

    /// Of a letterbox, width over height.
    public static final double NARROWEST = 0.4;

    public static final double WIDEST = 4;
    /// Letters of a watermark.
    public static final int LONGEST_WATERMARK = 80;

    /// Letters by the height of the picture.
    private static final int BURN_IN_SHARE = 30;

    private static final int WATERMARK_SHARE = 12;
    private static final int SMALLEST_LETTERS = 11;
    private static final int STRIP_ALPHA = 150;
    private static final int WATERMARK_ALPHA = 70;
    private static final Color INK = new Color(0xf2f0ea);

    public Overlay {
        watermark.ifPresent(w -> {
            if (w.isBlank() || w.length() > LONGEST_WATERMARK) {
                throw new IllegalArgumentException(
                        "A watermark has 1 to " + LONGEST_WATERMARK + " letters, not " + w.length());
            }
        });
        letterbox.ifPresent(a -> {
            if (!(a >= NARROWEST && a <= WIDEST)) {
                throw new IllegalArgumentException(
                        "A letterbox is between " + NARROWEST + " and " + WIDEST + " wide per height, not " + a);
            }
        });
    }

    /// What the burn-in says of each frame.
    ///
    /// @param timecode gives every frame its number and timecode
    /// @param keyframes in order of frames
    public record BurnIn(String title, Timecode timecode, List<Cue> keyframes) {
        public BurnIn {
            keyframes = List.copyOf(keyframes);
        }

        /// The keyframe that frame `n` belongs to, as its number from 1; 0 before the first.
        int current(int n) {
            int k = 0;
            while (k < keyframes.size() && keyframes.get(k).frame() <= n) {
                k++;
            }
            return k;
        }

        String left(int n) {
            return title + " | frame " + n + " | " + timecode.text(n);
        }

        String right(int n) {
            int k = current(n);
            return k == 0 ? "" : "Keyframe " + k + ": " + keyframes.get(k - 1).prompt();
        }
    }

    /// @param frame at which the keyframe is
    public record Cue(int frame, String prompt) {}

    /// Whether there is nothing to draw.
    public boolean isNone() {
        return watermark.isEmpty() && burnIn.isEmpty() && letterbox.isEmpty();
    }

    /// The picture of frame `n` with all of this on it; the very same picture where there is
    /// nothing to draw.
    public Picture draw(Picture picture, int n) {
        return graphic(picture.width(), picture.height(), n).over(picture);
    }

    /// What is drawn on frame `n`, for writers that lay it over something else than a [Picture].
    public Graphic graphic(int width, int height, int n) {
        if (isNone()) {
            return Graphic.NONE;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            letterbox.ifPresent(a -> bars(g, width, height, a));
            Lettering letters = new Lettering(g);
            watermark.ifPresent(w -> watermark(g, letters, w, width, height));
            burnIn.ifPresent(b -> strip(g, letters, b, n, width, height));
        } finally {
            g.dispose();
        }
        return new Graphic(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static void bars(Graphics2D g, int width, int height, double aspect) {
        g.setColor(Color.BLACK);
        int free = (int) Math.round(width / aspect);
        if (free < height) {
            int bar = (height - free) / 2;
            g.fillRect(0, 0, width, bar);
            g.fillRect(0, height - bar, width, bar);
        } else {
            int bar = (width - (int) Math.round(height * aspect)) / 2;
            g.fillRect(0, 0, bar, height);
            g.fillRect(width - bar, 0, bar, height);
        }
    }

    private static void watermark(Graphics2D g, Lettering letters, String text, int width, int height) {
        int size = Math.max(SMALLEST_LETTERS, height / WATERMARK_SHARE);
        while (size > SMALLEST_LETTERS && letters.width(text, size, true) > width * 9 / 10) {
            size--;
        }
        int x = (width - letters.width(text, size, true)) / 2;
        letters.draw(text, x, height / 2 - size / 2, size, true, new Color(255, 255, 255, WATERMARK_ALPHA));
    }

    private static void strip(Graphics2D g, Lettering letters, BurnIn burn, int n, int width, int height) {
        int size = Math.max(SMALLEST_LETTERS, height / BURN_IN_SHARE);
        int margin = size / 2;
        int line = size + margin;
        List<String> lines = new java.util.ArrayList<>(letters.wrap(burn.left(n), width - 2 * margin, size, 2));
        if (!burn.right(n).isEmpty()) {
            lines.addAll(letters.wrap(burn.right(n), width - 2 * margin, size, 1));
        }
        int top = height - lines.size() * line - margin;
        g.setColor(new Color(0, 0, 0, STRIP_ALPHA));
        g.fillRect(0, top, width, height - top);
        for (int i = 0; i < lines.size(); i++) {
            letters.draw(lines.get(i), margin, top + margin / 2 + i * line, size, false, INK);
        }
    }

    /// The card before the clip: what it is and where it comes from, without a date.
    ///
    /// @param frames of the clip, the slate's own not counted
    public static Picture slate(Slate slate, FrameRate rate, int frames, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(new Color(0x16181c));
            g.fillRect(0, 0, width, height);
            Lettering letters = new Lettering(g);
            int size = Math.max(SMALLEST_LETTERS, height / 22);
            int left = width / 12;
            int y = height / 6;
            for (String l : letters.wrap(slate.title(), width - 2 * left, 2 * size, 2)) {
                letters.draw(l, left, y, 2 * size, true, INK);
                y += 3 * size;
            }
            String seconds = String.format(Locale.ROOT, "%.2f s, %d frames", frames * rate.frameSeconds(), frames);
            List<String> lines = List.of(
                    seconds,
                    rate.label() + " frames a second, " + width + " x " + height + ", " + slate.quality(),
                    "shot "
                            + slate.shotDigest()
                                    .substring(
                                            0, Math.min(16, slate.shotDigest().length())),
                    "seed " + slate.seed(),
                    "Beatboard " + slate.engineVersion());
            for (String l : lines) {
                letters.draw(l, left, y, size, false, INK);
                y += size * 8 / 5;
            }
        } finally {
            g.dispose();
        }
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[] rgb = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return new Picture(width, height, rgb);
    }
}
