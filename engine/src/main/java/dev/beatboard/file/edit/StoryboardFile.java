package dev.beatboard.file.edit;

import dev.beatboard.file.FileNumber;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// Writes the keyframes as a storyboard to print: A4, upright, six pictures a page with number,
/// time, framing and words. Equal input gives equal bytes: the document carries no time of its
/// making.
public final class StoryboardFile {

    private static final float MARGIN = 36;
    private static final float GAP = 16;
    private static final float HEADER = 40;
    private static final int COLUMNS = 2;
    private static final int ROWS = 3;
    private static final float TITLE = 15;
    private static final float LABEL = 9.5f;
    private static final float WORDS = 8;
    private static final float LEADING = 10.2f;
    /// Height for number and framing over the words.
    private static final float HEADS = 24;
    /// The least height that is left for words, even where the pictures are upright.
    private static final float LEAST_WORDS = 52;
    private static final float JPEG = 0.92f;

    private StoryboardFile() {}

    /// One picture of the board.
    ///
    /// @param label such as `1  00:00:02:12  frame 1061`
    /// @param direction framing, lens and move in short words, may be empty
    /// @param words the prompt
    public record Panel(Picture picture, String label, String direction, String words) {}

    /// The fonts of the pages, TrueType; without them, what Latin text needs comes with every
    /// reader of PDF.
    public record Fonts(Optional<Path> plain, Optional<Path> bold) {

        public static final Fonts NONE = new Fonts(Optional.empty(), Optional.empty());
    }

    /// The board of an edit: a panel per keyframe of which there is a picture.
    ///
    /// @param pictures by keyframe, from 0; keyframes without one are left out
    public static List<Panel> panels(Edit edit, Map<Integer, Picture> pictures) {
        List<Panel> panels = new ArrayList<>();
        for (int k = 0; k < edit.shot().keyframes().size(); k++) {
            Picture picture = pictures.get(k);
            if (picture != null) {
                int n = edit.shot().frameOf(k);
                var key = edit.shot().keyframes().get(k);
                String direction = Stream.of(
                                Wording.framing(key.camera()),
                                Wording.support(key.camera()),
                                Wording.move(key.camera()))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(", "));
                String label = String.format(
                        Locale.ROOT,
                        "%d   %.2f s   %s   frame %d",
                        k + 1,
                        n * edit.rate().frameSeconds(),
                        edit.source(n),
                        FileNumber.of(n));
                panels.add(new Panel(picture, label, direction, key.prompt()));
            }
        }
        return panels;
    }

    /// @param line where the clip comes from, for the foot of every page
    /// @param panels at least one
    public static void write(Path target, String title, String line, List<Panel> panels, Fonts fonts)
            throws IOException {
        OutputFile.write(target, part -> {
            try (PDDocument document = new PDDocument()) {
                PDDocumentInformation about = document.getDocumentInformation();
                about.setTitle(title);
                about.setProducer("Beatboard");
                about.setSubject(line);
                // The seed of the file's identifier, which else is the time.
                document.setDocumentId((long) (title + line).hashCode());
                Lines plain = Lines.load(document, fonts.plain(), false);
                Lines bold = Lines.load(document, fonts.bold(), true);
                int each = COLUMNS * ROWS;
                int pages = (panels.size() + each - 1) / each;
                for (int p = 0; p < pages; p++) {
                    PDPage page = new PDPage(PDRectangle.A4);
                    document.addPage(page);
                    List<Panel> mine = panels.subList(p * each, Math.min(panels.size(), (p + 1) * each));
                    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                        page(document, out, mine, plain, bold, title);
                        String number = (p + 1) + " / " + pages;
                        bold.draw(out, number, right() - bold.width(number, LABEL), top() - TITLE, LABEL);
                        foot(out, plain, line, plain.missing() || bold.missing());
                    }
                }
                document.save(part.toFile());
            }
        });
    }

    private static float right() {
        return PDRectangle.A4.getWidth() - MARGIN;
    }

    private static float top() {
        return PDRectangle.A4.getHeight() - MARGIN;
    }

    private static void foot(PDPageContentStream out, Lines plain, String line, boolean missing) throws IOException {
        plain.draw(out, plain.fit(line, right() - MARGIN, 6), MARGIN, MARGIN - 14, 6);
        if (missing) {
            String note =
                    "Characters that the font lacks are shown as " + Lines.LACKING + "; the shot list has them all.";
            plain.draw(out, note, MARGIN, MARGIN - 6, 6);
        }
    }

    private static void page(
            PDDocument document, PDPageContentStream out, List<Panel> panels, Lines plain, Lines bold, String title)
            throws IOException {
        bold.draw(out, bold.fit(title, right() - MARGIN - 60, TITLE), MARGIN, top() - TITLE, TITLE);
        float width = (right() - MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
        float height = (top() - HEADER - MARGIN - (ROWS - 1) * GAP) / ROWS;
        for (int i = 0; i < panels.size(); i++) {
            float x = MARGIN + i % COLUMNS * (width + GAP);
            float y = top() - HEADER - (float) (i / COLUMNS) * (height + GAP);
            panel(document, out, panels.get(i), plain, bold, x, y, width, height);
        }
    }

    /// @param y of the panel's upper edge
    private static void panel(
            PDDocument document,
            PDPageContentStream out,
            Panel p,
            Lines plain,
            Lines bold,
            float x,
            float y,
            float width,
            float height)
            throws IOException {
        PDImageXObject image = JPEGFactory.createFromImage(document, image(p.picture()), JPEG);
        float shape = (float) p.picture().width() / p.picture().height();
        float tall = Math.min(width / shape, height - HEADS - LEAST_WORDS);
        float wide = tall * shape;
        out.drawImage(image, x + (width - wide) / 2, y - tall, wide, tall);
        float line = y - tall - LABEL - 2;
        bold.draw(out, bold.fit(p.label(), width, LABEL), x, line, LABEL);
        if (!p.direction().isEmpty()) {
            line -= LEADING;
            plain.draw(out, plain.fit(p.direction(), width, WORDS), x, line, WORDS);
        }
        int most = Math.max(1, (int) ((line - (y - height)) / LEADING));
        line -= 2;
        for (String words : plain.wrap(p.words(), width, WORDS, most)) {
            line -= LEADING;
            plain.draw(out, words, x, line, WORDS);
        }
    }

    private static BufferedImage image(Picture p) {
        BufferedImage image = new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = p.rgb();
        for (int i = 0; i < p.width() * p.height(); i++) {
            int c = (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
            image.setRGB(i % p.width(), i / p.width(), c);
        }
        return image;
    }
}
