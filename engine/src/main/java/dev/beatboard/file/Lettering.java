package dev.beatboard.file;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/// Draws lines of text with the platform's font, or with [PixelFont] on machines that have none.
final class Lettering {

    private final Graphics2D g;
    private final boolean platform;

    Lettering(Graphics2D g) {
        this.g = g;
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        this.platform = works(g);
    }

    /// Without fontconfig or without any font the platform throws one of several errors on first
    /// use.
    private static boolean works(Graphics2D g) {
        try {
            return g.getFontMetrics(font(12, false)).stringWidth("Frame 24") > 10;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    private static Font font(int size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
    }

    /// How wide a line is in pixels.
    int width(String text, int size, boolean bold) {
        return platform
                ? metrics(size, bold).stringWidth(text)
                : text.codePointCount(0, text.length()) * PixelFont.advance(scale(size));
    }

    private FontMetrics metrics(int size, boolean bold) {
        return g.getFontMetrics(font(size, bold));
    }

    private static int scale(int size) {
        return Math.max(1, size / 9);
    }

    /// Draws a line with its top at `y`.
    void draw(String text, int x, int y, int size, boolean bold, Color color) {
        g.setColor(color);
        if (platform) {
            g.setFont(font(size, bold));
            g.drawString(text, x, y + metrics(size, bold).getAscent());
        } else {
            PixelFont.draw(g, text, x, y + size / 8, scale(size));
        }
    }

    /// The text in at most `most` lines of this width; what does not fit ends in three dots.
    List<String> wrap(String text, int width, int size, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size, false) <= width || line.isEmpty()) {
                line = longer;
                continue;
            }
            if (lines.size() == most - 1) {
                lines.add(cut(line + " ...", width, size));
                return lines;
            }
            lines.add(cut(line, width, size));
            line = word;
        }
        if (!line.isEmpty()) {
            lines.add(cut(line, width, size));
        }
        return lines;
    }

    private String cut(String line, int width, int size) {
        String s = line;
        while (s.length() > 4 && width(s, size, false) > width) {
            s = s.substring(0, s.offsetByCodePoints(s.length(), -5)) + " ...";
        }
        return s;
    }
}
