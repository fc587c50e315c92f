package dev.beatboard.file.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.asset.Library;
import dev.beatboard.file.Picture;
import dev.beatboard.file.Tools;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryboardFileTest {

    @TempDir
    Path folder;

    private static List<StoryboardFile.Panel> panels(int count, int width, int height, String words) {
        List<StoryboardFile.Panel> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[3 * width * height];
            Arrays.fill(rgb, (byte) (40 + 10 * i));
            all.add(new StoryboardFile.Panel(
                    new Picture(width, height, rgb), "Panel " + (i + 1), "close up, dolly", words));
        }
        return all;
    }

    @Test
    void sixPanelsAPageWithAllTheirWords() throws IOException {
        Path pdf = folder.resolve("storyboard.pdf");
        List<StoryboardFile.Panel> panels = panels(8, 320, 180, "He stops (eye level).");
        StoryboardFile.write(pdf, "Corridor", "shot 0123", panels, StoryboardFile.Fonts.NONE);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            String text = new PDFTextStripper().getText(document);
            for (int i = 1; i <= 8; i++) {
                assertThat(text).contains("Panel " + i);
            }
            assertThat(text.split("He stops \\(eye level\\)\\.", -1)).hasSize(9);
            assertThat(text).contains("shot 0123", "1 / 2", "2 / 2").doesNotContain("font lacks");
        }
    }

    @Test
    void equalBoardsAreEqualBytes() throws IOException {
        Path a = folder.resolve("a.pdf");
        Path b = folder.resolve("b.pdf");
        Optional<Path> font = Library.open(Library.defaultRoot()).font(false);
        StoryboardFile.Fonts fonts = new StoryboardFile.Fonts(font, font);
        StoryboardFile.write(a, "T", "l", panels(3, 160, 90, "Größe"), fonts);
        StoryboardFile.write(b, "T", "l", panels(3, 160, 90, "Größe"), fonts);
        assertThat(Files.readAllBytes(a)).isEqualTo(Files.readAllBytes(b));
    }

    @Test
    void charactersThatTheFontLacksAreShownAndSaid() throws IOException {
        Path pdf = folder.resolve("a.pdf");
        StoryboardFile.write(pdf, "日本", "l", panels(1, 90, 160, "Она 日本 smiles"), StoryboardFile.Fonts.NONE);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("??? ?? smiles", "font lacks");
        }
    }

    @Test
    void longPromptsAreCutWithDots() throws IOException {
        Path pdf = folder.resolve("a.pdf");
        String words = "word ".repeat(600) + "x".repeat(4000);
        StoryboardFile.write(
                pdf, "T".repeat(300), "l".repeat(900), panels(2, 90, 160, words), StoryboardFile.Fonts.NONE);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).contains("...");
        }
    }

    @Test
    @Tag("assets")
    void popplerReadsTheWordsInEveryScriptOfTheFont() throws IOException, InterruptedException {
        Tools.need("pdftotext");
        Tools.need("pdfinfo");
        Optional<Path> font = Library.open(Library.defaultRoot()).font(false);
        if (font.isEmpty() && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
            fail("the fonts are not installed: ./beatboard assets install");
        }
        assumeTrue(font.isPresent(), "the fonts are not installed: ./beatboard assets install");
        Path pdf = folder.resolve("a.pdf");
        StoryboardFile.write(
                pdf, "Prüfung", "l", panels(1, 320, 180, "Она улыбается, Ελένη"), new StoryboardFile.Fonts(font, font));
        assertThat(Tools.output(List.of("pdftotext", pdf.toString(), "-"))).contains("Prüfung", "Она улыбается, Ελένη");
        assertThat(Tools.output(List.of("pdfinfo", pdf.toString()))).contains("A4", "Beatboard");
    }

    @Test
    void panelsTellNumberTimeAndFraming() {
        Edit edit = Edits.of("A", Timecode.of(new FrameRate(24000, 1001)));
        List<StoryboardFile.Panel> panels = StoryboardFile.panels(edit, Map.of(1, new Picture(1, 1, new byte[3])));
        assertThat(panels).singleElement().satisfies(p -> {
            assertThat(p.label()).isEqualTo("2   1.67 s   00:00:01:16   frame 1041");
            assertThat(p.words()).isEqualTo(Edits.NASTY);
        });
    }
}
