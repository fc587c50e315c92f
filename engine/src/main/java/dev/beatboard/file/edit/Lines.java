package dev.beatboard.file.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        return font.getStringWidth(shown(text)) / 1000 * size;
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
        String s = text;
        while (!s.isEmpty() && width(s + "...", size) > width) {
            s = s.substring(0, s.offsetByCodePoints(s.length(), -1));
        }
        return s + "...";
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
                    int cut = rest.length();
                    while (cut > 1 && width(rest.substring(0, cut), size) > width) {
                        cut = rest.offsetByCodePoints(cut, -1);
                    }
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
