package dev.beatboard.file.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Lines of text in one font of a document. Characters that the font lacks are shown as a question
/// mark, and that is remembered, so that the page can say so.
final class Lines {

    static final String LACKING = "?";

    private final PDFont font;
    private final Map<Integer, Float> advances = new HashMap<>();
    private boolean missing;

    private Lines(PDFont font) {
        this.font = font;
    }

    /// @param file a TrueType font; without it, Helvetica
    static Lines load(PDDocument document, Optional<Path> file, boolean bold) throws IOException {
        if (file.isPresent() && Files.isRegularFile(file.get())) {
            return new Lines(PDType0Font.load(document, file.get().toFile()));
        }
        return new Lines(
                new PDType1Font(bold ? Standard14Fonts.FontName.HELVETICA_BOLD : Standard14Fonts.FontName.HELVETICA));
    }

    /// Whether some character so far could not be shown.
    boolean missing() {
        return missing;
    }

    float width(String text, float size) throws IOException {
        float sum = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            sum += advance(text.codePointAt(i));
        }
        return sum / 1000 * size;
    }

    /// The width of a character in thousandths of the size; fonts of PDF have no kerning.
    private float advance(int c) throws IOException {
        Float known = advances.get(c);
        if (known == null) {
            known = font.getStringWidth(shown(Character.toString(c)));
            advances.put(c, known);
        }
        return known;
    }

    /// How many of the first chars of a text are no wider than that.
    private int fitting(String text, float width, float size) throws IOException {
        float sum = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            sum += advance(c) / 1000 * size;
            if (sum > width) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /// @param y of the line on which letters stand
    void draw(PDPageContentStream out, String text, float x, float y, float size) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(shown(text));
        out.endText();
    }

    private String shown(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            String one = Character.toString(Character.isWhitespace(c) ? ' ' : c);
            try {
                font.encode(one);
                out.append(one);
            } catch (IOException | IllegalArgumentException e) {
                missing = true;
                out.append(LACKING);
            }
        });
        return out.toString();
    }

    /// The text, cut off with dots where it is wider than that.
    String fit(String text, float width, float size) throws IOException {
        if (width(text, size) <= width) {
            return text;
        }
        return text.substring(0, fitting(text, width - width("...", size), size)) + "...";
    }

    /// The text in at most so many lines; what does not fit ends in dots. Words wider than a line
    /// are broken.
    List<String> wrap(String text, float width, float size, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            while (!rest.isEmpty()) {
                String longer = line.isEmpty() ? rest : line + " " + rest;
                if (width(longer, size) <= width) {
                    line = longer;
                    break;
                }
                if (line.isEmpty()) {
                    int cut = Math.max(Character.charCount(rest.codePointAt(0)), fitting(rest, width, size));
                    line = rest.substring(0, cut);
                    rest = rest.substring(cut);
                }
                lines.add(line);
                line = "";
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, fit(lines.get(most - 1) + " " + "...", width, size));
        return kept;
    }
}
