package dev.beatboard.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/// All keyframes of a clip on one picture, each with its time, frame number and words.
public final class ContactSheet {

    private static final int MARGIN = 28;
    private static final int GAP = 20;
    private static final int HEADER = 64;
    private static final int LABEL = 26;
    private static final int WORDS = 19;
    private static final int LINES = 3;
    private static final int CAPTION = 40 + LINES * (WORDS + 5);
    private static final Color PAPER = new Color(0x16181c);
    private static final Color INK = new Color(0xf2f0ea);
    private static final Color PALE = new Color(0x9aa0a8);
    private static final Color ACCENT = new Color(0xf0b347);

    private ContactSheet() {}

    /// One keyframe.
    ///
    /// @param picture empty pictures are not allowed; of any size
    /// @param label such as `2.5 s`
    /// @param caption the prompt
    public record Panel(Picture picture, int frame, String label, String caption) {}

    /// @param panels at least one, in order
    public static Picture draw(String title, String line, List<Panel> panels) {
        Picture first = panels.getFirst().picture();
        boolean upright = first.height() > first.width();
        int columns = Math.min(panels.size(), upright ? 6 : panels.size() <= 4 ? 2 : panels.size() <= 9 ? 3 : 4);
        int cell = upright ? 300 : columns == 4 ? 480 : 560;
        int tall = Math.max(1, Math.round((float) cell * first.height() / first.width()));
        int rows = (panels.size() + columns - 1) / columns;
        int width = 2 * MARGIN + columns * cell + (columns - 1) * GAP;
        int height = MARGIN + HEADER + rows * (tall + CAPTION) + MARGIN / 2;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.setColor(PAPER);
            g.fillRect(0, 0, width, height);
            Lettering letters = new Lettering(g);
            letters.draw(title, MARGIN, MARGIN - 8, 30, true, INK);
            int free = width - 2 * MARGIN - letters.width(title, 30, true) - 2 * GAP;
            if (letters.width(line, WORDS, false) < free) {
                int x = width - MARGIN - letters.width(line, WORDS, false);
                letters.draw(line, x, MARGIN, WORDS, false, PALE);
            }
            for (int i = 0; i < panels.size(); i++) {
                int x = MARGIN + i % columns * (cell + GAP);
                int y = MARGIN + HEADER + i / columns * (tall + CAPTION) - 12;
                panel(g, letters, panels.get(i), i + 1, x, y, cell, tall);
            }
        } finally {
            g.dispose();
        }
        return picture(sheet);
    }

    private static void panel(
            Graphics2D g, Lettering letters, Panel p, int number, int x, int y, int width, int height) {
        g.drawImage(scaled(image(p.picture()), width, height), x, y, null);
        int below = y + height + 8;
        String no = Integer.toString(number);
        letters.draw(no, x, below, LABEL, true, ACCENT);
        int after = x + letters.width(no, LABEL, true) + 12;
        letters.draw(p.label(), after, below, LABEL, true, INK);
        String frame = "frame " + p.frame();
        letters.draw(frame, x + width - letters.width(frame, WORDS, false), below + 5, WORDS, false, PALE);
        int line = below + LABEL + 6;
        for (String words : letters.wrap(p.caption(), width, WORDS, LINES)) {
            letters.draw(words, x, line, WORDS, false, PALE);
            line += WORDS + 5;
        }
    }

    /// Halved until the last step is less than a factor of two, so that no pixel is skipped.
    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        BufferedImage now = from;
        while (now.getWidth() != width || now.getHeight() != height) {
            int w = now.getWidth() > 2 * width ? (now.getWidth() + 1) / 2 : width;
            int h = now.getHeight() > 2 * height ? (now.getHeight() + 1) / 2 : height;
            BufferedImage next = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = next.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(now, 0, 0, w, h, null);
            g.dispose();
            now = next;
        }
        return now;
    }

    private static BufferedImage image(Picture p) {
        BufferedImage image = new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = p.rgb();
        int[] row = new int[p.width()];
        for (int y = 0; y < p.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                int i = 3 * (y * row.length + x);
                row[x] = (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | rgb[i + 2] & 0xff;
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }

    private static Picture picture(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] all = image.getRGB(0, 0, w, h, null, 0, w);
        byte[] rgb = new byte[3 * w * h];
        for (int i = 0; i < all.length; i++) {
            rgb[3 * i] = (byte) (all[i] >> 16);
            rgb[3 * i + 1] = (byte) (all[i] >> 8);
            rgb[3 * i + 2] = (byte) all[i];
        }
        return new Picture(w, h, rgb);
    }
}
